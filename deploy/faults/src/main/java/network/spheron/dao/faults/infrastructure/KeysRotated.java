package network.spheron.dao.faults.infrastructure;

import java.util.List;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Step;

/**
 * The realm gets a new signing key, and the old one only verifies from then on. Expected: who signed in before stays signed in, as
 * Keycloak says; who signs in now gets a token of the new key, and every service takes it.
 */
final class KeysRotated implements Fault {
    /** A path of each service; a token that does not verify is refused there, whether or not one is needed. */
    private static final List<String> PATHS = List.of("/api/members/me", "/api/workstreams", "/api/treasury/lines");

    private static final SignIn.Token FORGED = new SignIn.Token("eyJhbGciOiJSUzI1NiJ9.e30.c3BoZXJvbg");

    @Override
    public int number() {
        return 17;
    }

    @Override
    public String title() {
        return "Keycloak's keys rotated";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public void strike(Scene scene) {
        SignIn signIn = new SignIn(scene.site().platform());
        SignIn.Token before = signIn.as("alice");
        signIn.rotateKeys();
        SignIn.Token after = signIn.as("alice");
        scene.expect(
                "who signs in now gets a token of another key", !after.key().equals(before.key()));
        scene.begin();
        for (String path : PATHS) {
            scene.expect(path + " knows who signed in before", signIn.get(path, before) == 200);
            scene.expect(path + " knows who signed in after", signIn.get(path, after) == 200);
            scene.expect(path + " refuses a token of nobody", signIn.get(path, FORGED) == 401);
        }
    }
}
