package network.spheron.dao.treasury.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.web.WebConfig;

/**
 * In which unit pages show amounts of a token. Of the payment token and of coins it is known; amounts of any other are shown
 * in its smallest unit, with its address.
 */
@Named("tokens")
@ApplicationScoped
public class TokenUnits {
    /** Stands for the native coin where a token is expected; it has 18 decimals on every chain of this kind. */
    private static final String COIN = "0x" + "0".repeat(40);

    private static final Unit COINS = new Unit(18, "coins");

    private final ChainReader chain;
    private final WebConfig config;

    TokenUnits(ChainReader chain, WebConfig config) {
        this.chain = chain;
        this.config = config;
    }

    /**
     * How amounts are written.
     *
     * @param decimals of the smallest unit
     * @param symbol what stands behind them
     */
    public record Unit(int decimals, String symbol) {}

    /** The unit of the token with that address, in lower-case hex. */
    public Unit of(String token) {
        if (token.equals(chain.address(ContractName.PAYMENT_TOKEN))) {
            return new Unit(config.paymentDecimals(), config.paymentSymbol());
        }
        return token.equals(COIN) ? COINS : new Unit(0, "smallest units of " + token);
    }
}
