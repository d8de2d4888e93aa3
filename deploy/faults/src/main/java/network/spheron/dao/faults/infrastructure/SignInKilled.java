package network.spheron.dao.faults.infrastructure;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Step;

/**
 * The sign-in is gone before the step. Expected: nobody new can sign in, and money that was decided upon is paid all the same.
 */
final class SignInKilled implements Fault {
    @Override
    public int number() {
        return 16;
    }

    @Override
    public String title() {
        return "Keycloak killed";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.FUND, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        scene.site().platform().kill("keycloak");
        scene.begin();
        scene.expectSoon("the step reaches its end without it", Times.MOMENT, scene.undertaking()::goOn);
    }

    @Override
    public void heal(Scene scene) {
        scene.site().platform().start("keycloak");
    }
}
