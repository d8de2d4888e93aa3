package network.spheron.dao.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private final Routes routes = Routes.load();

    @ParameterizedTest
    @CsvSource({
        "/, redirect:/sips",
        "/sips, governance",
        "/sips/12, governance",
        "/auth/callback, governance",
        "/api/submissions/governance-7, governance",
        "/api/submissions/marketplace-7, marketplace",
        "/api/submissions/treasury-7, treasury",
        "/workstreams/3, marketplace",
        "/api/mandates, treasury",
        "/realms/spheron/protocol/openid-connect/auth, keycloak",
        "/local/clock, launcher",
    })
    void pathLeadsToItsComponent(String path, String target) {
        assertThat(routes.match(path)).map(Route::target).contains(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/sipsy",
                "/api",
                "/api/submissions/7",
                "/realms/master",
                "/admin/master/console",
                "/metrics"
            })
    void whatTheTableDoesNotNameIsNotReachable(String path) {
        assertThat(routes.match(path)).isEmpty();
    }
}
