package network.spheron.dao.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether this process serves, or makes the read models again in an empty database (that of {@code quarkus.datasource})
 * and ends.
 */
@ConfigMapping(prefix = "spheron.rebuild")
interface RebuildConfig {
    /** Whether it rebuilds. Then it follows nothing live, sends nothing, and asks for no events as the service would. */
    @WithDefault("false")
    boolean enabled();

    /** The live database. */
    Live live();

    /** Where the findings are written. */
    Optional<Path> report();

    /** Whether the rebuilt rows then take the place of the live ones, while nobody else uses that database. */
    @WithDefault("false")
    boolean replace();

    /** The live database; it is only read, unless its rows are to be replaced. */
    interface Live {
        /** Its JDBC address. */
        Optional<String> url();

        /** Who to be there. */
        Optional<String> username();

        /** That role's password. */
        Optional<String> password();
    }
}
