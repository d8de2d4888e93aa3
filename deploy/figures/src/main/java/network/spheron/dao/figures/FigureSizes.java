package network.spheron.dao.figures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** How much is measured. Tests measure less. */
@ConfigMapping(prefix = "figures")
interface FigureSizes {
    /** Runs of each side, of which the median counts; odd. */
    @WithDefault("5")
    int rounds();

    LedgerSizes ledger();

    DelaySizes delay();

    /** The ledger. */
    interface LedgerSizes {
        /** Accounts of which two are chosen at random for each transfer. */
        @WithDefault("1000")
        int accounts();

        /** Transfers of one run. */
        @WithDefault("20000")
        int transfers();

        /** Transfers of one run of the peer, which is so much slower; rates are compared. */
        @WithDefault("4000")
        int peerTransfers();

        /** Facts of one followed page, which are entered in one transaction. */
        @WithDefault("1000")
        int page();

        /** Connections that the peer uses at the same time. */
        @WithDefault("8")
        int peerConnections();
    }

    /** The outbox. */
    interface DelaySizes {
        /** Steady rates, in events per second. */
        @WithDefault("100,1000")
        List<Integer> rates();

        /** How long each rate lasts. */
        @WithDefault("5")
        int seconds();

        /** Events of a backlog. */
        @WithDefault("20000")
        int backlog();
    }
}
