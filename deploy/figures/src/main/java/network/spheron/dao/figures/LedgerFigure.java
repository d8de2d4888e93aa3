package network.spheron.dao.figures;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Random;

/** Postings per second, between random accounts and with one account in every transfer. */
@Singleton
class LedgerFigure implements Figure {
    private static final String PEER = "one row-locked transfer per transaction";
    private static final int SEED = 4;
    private static final int POSTINGS = 2;

    private final OurLedger ledger;
    private final LockedAccounts accounts;
    private final FigureSizes sizes;

    LedgerFigure(OurLedger ledger, LockedAccounts accounts, FigureSizes sizes) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.sizes = sizes;
    }

    /** Chooses transfers. */
    private interface Choice {
        List<Transfer> of(Random random, int accounts, int count);
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public List<Measurement> measure() {
        accounts.open();
        return List.of(measure("ledger.random", Transfer::random), measure("ledger.hot", Transfer::hot));
    }

    private Measurement measure(String name, Choice choice) {
        FigureSizes.LedgerSizes size = sizes.ledger();
        List<Transfer> transfers = choice.of(new Random(SEED), size.accounts(), size.transfers());
        List<Transfer> peers = transfers.subList(0, size.peerTransfers());
        Runs ours = new Runs();
        Runs theirs = new Runs();
        // Once unmeasured, to warm up.
        ledger.transfer(transfers);
        accounts.transfer(peers);
        Runs.takeTurns(
                sizes.rounds(),
                List.of(
                        () -> ours.add(() -> postingsPerSecond(ledger, transfers)),
                        () -> theirs.add(() -> postingsPerSecond(accounts, peers))));
        return Measurement.more(name, "postings/s", ours, PEER, theirs);
    }

    private static double postingsPerSecond(LedgerSide side, List<Transfer> transfers) {
        long start = System.nanoTime();
        side.transfer(transfers);
        return POSTINGS * transfers.size() * 1e9 / (System.nanoTime() - start);
    }
}
