package network.spheron.dao.treasury.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.treasury.budget.BudgetLineView;
import network.spheron.dao.treasury.budget.BudgetLines;
import network.spheron.dao.treasury.distribution.DistributionView;
import network.spheron.dao.treasury.distribution.Distributions;
import network.spheron.dao.treasury.escrow.AgreementView;
import network.spheron.dao.treasury.escrow.Agreements;
import network.spheron.dao.treasury.escrow.AwardView;
import network.spheron.dao.treasury.escrow.Awards;
import network.spheron.dao.treasury.ledger.AccountView;
import network.spheron.dao.treasury.ledger.EntryView;
import network.spheron.dao.treasury.ledger.Ledger;
import network.spheron.dao.treasury.mandate.MandateView;
import network.spheron.dao.treasury.mandate.Mandates;
import network.spheron.dao.treasury.payout.PayoutView;
import network.spheron.dao.treasury.payout.Payouts;
import network.spheron.dao.treasury.reconciliation.ReconciliationView;
import network.spheron.dao.treasury.reconciliation.Reconciliations;
import network.spheron.dao.treasury.stop.PaymentStopView;
import network.spheron.dao.treasury.stop.PaymentStops;
import org.jspecify.annotations.Nullable;

/** Gathers what the treasury's pages show. */
@ApplicationScoped
class TreasuryOverview {
    private final BudgetLines lines;
    private final Mandates mandates;
    private final Commitments commitments;
    private final Outflows outflows;
    private final Books books;

    TreasuryOverview(BudgetLines lines, Mandates mandates, Commitments commitments, Outflows outflows, Books books) {
        this.lines = lines;
        this.mandates = mandates;
        this.commitments = commitments;
        this.outflows = outflows;
        this.books = books;
    }

    /** What mandates are bound to pay for. A singleton has no proxy in front of its fields. */
    @Singleton
    static class Commitments {
        private final Awards awards;
        private final Agreements agreements;

        Commitments(Awards awards, Agreements agreements) {
            this.awards = awards;
            this.agreements = agreements;
        }
    }

    /** What leaves, and whether it may. A singleton, for the same reason. */
    @Singleton
    static class Outflows {
        private final Payouts payouts;
        private final Distributions distributions;
        private final PaymentStops stops;
        private final ChainClock clock;

        Outflows(Payouts payouts, Distributions distributions, PaymentStops stops, ChainClock clock) {
            this.payouts = payouts;
            this.distributions = distributions;
            this.stops = stops;
            this.clock = clock;
        }
    }

    /** The ledger and what its last comparison with the chain came to. A singleton, for the same reason. */
    @Singleton
    static class Books {
        private final Ledger ledger;
        private final Reconciliations reconciliations;

        Books(Ledger ledger, Reconciliations reconciliations) {
            this.ledger = ledger;
            this.reconciliations = reconciliations;
        }
    }

    /**
     * The whole treasury.
     *
     * @param stop the one that is in force, or null
     * @param reconciliation null before the first one
     */
    record Figures(
            List<BudgetLineView> lines,
            List<MandateView> mandates,
            List<AgreementView> agreements,
            List<PayoutView> payouts,
            List<DistributionView> distributions,
            @Nullable PaymentStopView stop,
            @Nullable ReconciliationView reconciliation) {}

    Figures figures() {
        return new Figures(
                lines.views(),
                mandates.views(),
                commitments.agreements.views(),
                outflows.payouts.views(),
                outflows.distributions.views(),
                outflows.stops.inForce(outflows.clock.now()).orElse(null),
                books.reconciliations.lastView().orElse(null));
    }

    Optional<MandateView> mandate(BigInteger mandateId) {
        return mandates.view(mandateId);
    }

    List<AwardView> awards(BigInteger mandateId) {
        return commitments.awards.views(mandateId);
    }

    List<AgreementView> agreements(BigInteger mandateId) {
        return commitments.agreements.views(mandateId);
    }

    List<PayoutView> payouts(BigInteger mandateId) {
        return outflows.payouts.views(mandateId);
    }

    List<AccountView> accounts() {
        return books.ledger.accounts();
    }

    List<EntryView> entries(Optional<String> account, int most) {
        return books.ledger.entryViews(account, 0, most);
    }
}
