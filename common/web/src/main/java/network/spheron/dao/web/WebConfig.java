package network.spheron.dao.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How the portal presents itself. */
@ConfigMapping(prefix = "spheron.web")
public interface WebConfig {
    /** The name in the header and in page titles. */
    @WithDefault("Spheron DAO")
    String title();

    /** Path of one more script on every page, such as a local network's built-in wallet; same origin. */
    Optional<String> extraScript();

    /** Where transactions can be looked up, with {@code {hash}} in place of the hash. */
    Optional<String> explorerUrl();

    /** Symbol of the payment token. */
    @WithDefault("sUSD")
    String paymentSymbol();

    /** Decimals of the payment token. */
    @WithDefault("6")
    int paymentDecimals();

    /** Symbol of the voting token. */
    @WithDefault("SPN")
    String votingSymbol();

    /** Decimals of the voting token. */
    @WithDefault("18")
    int votingDecimals();
}
