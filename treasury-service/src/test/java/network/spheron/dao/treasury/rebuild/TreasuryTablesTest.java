package network.spheron.dao.treasury.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import network.spheron.dao.rebuild.Declaration;
import network.spheron.dao.treasury.TreasuryPlatform;
import org.junit.jupiter.api.Test;

/** Whoever adds a table says whether it can be rebuilt. */
@QuarkusTest
@QuarkusTestResource(TreasuryPlatform.class)
class TreasuryTablesTest {
    @Inject
    AgroalDataSource database;

    @Test
    void everyTableOfTheSchemaIsDeclared() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(Declaration.of(new TreasuryTables()).problems(connection))
                    .isEmpty();
        }
    }

    @Test
    void forgottenTableIsNamed() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create table forgotten (id bigint)");
            assertThat(Declaration.of(new TreasuryTables()).problems(connection))
                    .containsExactly("table forgotten is not declared");
            connection.rollback();
        }
    }
}
