package network.spheron.dao.journey;

import java.io.PrintStream;
import java.util.Locale;

/** A finished job as people read it. */
final class Table {
    private Table() {}

    static void print(Report report, PrintStream out) {
        out.println();
        out.println("Workstream " + report.workstream() + ", budget " + report.budget() + ", quorum "
                + report.rule().quorum() + ", margin " + report.rule().marginBps() + " bps, mandate "
                + report.mandateId());
        bids(report, out);
        agreements(report, out);
        lines(report, out);
    }

    private static void bids(Report report, PrintStream out) {
        String row = "%-16s %15s %15s %13s %12s  %-10s %s%n";
        out.printf(Locale.ROOT, "%n" + row, "Bid", "Yes", "No", "Abstain", "Requested", "Outcome", "Reason");
        for (Report.BidLine bid : report.bids()) {
            out.printf(
                    Locale.ROOT,
                    row,
                    bid.bidId(),
                    bid.yes(),
                    bid.no(),
                    bid.abstain(),
                    bid.requested(),
                    bid.outcome(),
                    bid.reason());
        }
    }

    private static void agreements(Report report, PrintStream out) {
        String row = "%-10s %-16s %-42s %9s %12s  %-9s %s%n";
        out.printf(Locale.ROOT, "%n" + row, "Agreement", "Bid", "Payee", "Milestone", "Amount", "State", "Transaction");
        for (Report.AgreementLine agreement : report.agreements()) {
            for (int i = 0; i < agreement.milestones().size(); i++) {
                Report.MilestoneLine milestone = agreement.milestones().get(i);
                out.printf(
                        Locale.ROOT,
                        row,
                        agreement.agreementId(),
                        agreement.bidId(),
                        agreement.payee(),
                        i,
                        milestone.amount(),
                        milestone.state(),
                        milestone.transaction());
            }
        }
        if (report.agreements().isEmpty()) {
            out.println("none: the workstream ended without a winner (failed)");
        }
    }

    private static void lines(Report report, PrintStream out) {
        String row = "%-24s %14s %12s %12s %14s%n";
        out.printf(Locale.ROOT, "%n" + row, "Budget line", "Before", "Reserved", "Paid", "After");
        for (Report.BudgetLine line : report.budgetLines()) {
            out.printf(Locale.ROOT, row, line.name(), line.before(), line.reserved(), line.paid(), line.after());
        }
        out.println();
    }
}
