package network.spheron.dao.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import network.spheron.dao.testing.TestDatabase;
import network.spheron.dao.testing.TestPostgres;
import network.spheron.dao.testing.TestTokens;

/** A database and a token issuer for the application under test. */
public class IdentityStack implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        TestDatabase database = TestPostgres.createDatabase();
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password(),
                "quarkus.oidc.auth-server-url", TestTokens.shared().issuer());
    }

    @Override
    public void stop() {}
}
