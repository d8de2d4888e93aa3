package network.spheron.dao.treasury.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.treasury.budget.BudgetLineView;
import network.spheron.dao.treasury.budget.BudgetLines;
import network.spheron.dao.treasury.escrow.AgreementView;
import network.spheron.dao.treasury.escrow.Agreements;
import network.spheron.dao.treasury.ledger.AccountView;
import network.spheron.dao.treasury.ledger.EntryView;
import network.spheron.dao.treasury.ledger.Ledger;
import network.spheron.dao.treasury.mandate.MandateView;
import network.spheron.dao.treasury.mandate.Mandates;
import network.spheron.dao.treasury.payout.PayoutView;
import network.spheron.dao.treasury.payout.Payouts;
import network.spheron.dao.treasury.reconciliation.ReconciliationView;
import network.spheron.dao.treasury.reconciliation.Reconciliations;
import org.jspecify.annotations.Nullable;

/** Gathers what the treasury's pages show. */
@ApplicationScoped
class TreasuryOverview {
    private final BudgetLines lines;
    private final Mandates mandates;
    private final Agreements agreements;
    private final Payouts payouts;
    private final Books books;

    TreasuryOverview(BudgetLines lines, Mandates mandates, Agreements agreements, Payouts payouts, Books books) {
        this.lines = lines;
        this.mandates = mandates;
        this.agreements = agreements;
        this.payouts = payouts;
        this.books = books;
    }

    /** The ledger and what its last comparison with the chain came to. */
    @ApplicationScoped
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
     * @param reconciliation null before the first one
     */
    record Figures(
            List<BudgetLineView> lines,
            List<MandateView> mandates,
            List<AgreementView> agreements,
            List<PayoutView> payouts,
            @Nullable ReconciliationView reconciliation) {}

    Figures figures() {
        return new Figures(
                lines.views(),
                mandates.views(),
                agreements.views(),
                payouts.views(),
                books.reconciliations.lastView().orElse(null));
    }

    Optional<MandateView> mandate(BigInteger mandateId) {
        return mandates.view(mandateId);
    }

    List<AgreementView> agreements(BigInteger mandateId) {
        return agreements.views().stream()
                .filter(agreement -> agreement.mandateId().equals(mandateId))
                .toList();
    }

    List<PayoutView> payouts(BigInteger mandateId) {
        return payouts.views().stream()
                .filter(payout -> payout.mandateId().equals(mandateId))
                .toList();
    }

    List<AccountView> accounts() {
        return books.ledger.accounts();
    }

    List<EntryView> entries(Optional<String> account, int most) {
        return books.ledger.entryViews(account, 0, most);
    }
}
