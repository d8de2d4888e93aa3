package network.spheron.dao.journey;

import java.io.PrintStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.Treasury;

/**
 * Checks a report against the chain alone: the votes are counted again from the ballots, the rule is applied again to the
 * count, and every agreement, payment and budget line is read from the contracts' own logs. Changed payees, change orders,
 * annulled awards and payments that wait to be withdrawn are lawful, and are followed; whether a milestone deserved what was
 * decided about it is not judged.
 */
final class Audit {
    private final Report report;
    private final Rpc rpc;
    private final ChainRecord chain;
    private final BigInteger mandateId;
    private final Treasury.MandateTerms mandate;
    private final Units money;
    private final PrintStream out;
    private int failures;

    Audit(Report report, PrintStream out) {
        this.report = report;
        this.out = out;
        this.rpc = new Rpc(report.rpcUrl());
        this.chain = new ChainRecord(rpc, report.contracts(), report.block());
        this.mandateId = new BigInteger(report.mandateId());
        this.mandate = chain.mandate(mandateId);
        this.money = new Units(rpc.call(mandate.token(), LocalToken.decimals()));
    }

    /** Runs every check, says each result in a line, and answers whether all held. */
    boolean holds() {
        contractsHaveCode();
        mandateIsTheReports();
        bidsAreTheChains();
        outcomesFollowFromTheRule();
        agreementsAreTheWinners();
        linesAddUp();
        out.println(failures == 0 ? "The chain confirms the report." : failures + " checks failed.");
        return failures == 0;
    }

    private void contractsHaveCode() {
        report.contracts()
                .forEach((name, address) -> check(
                        name + " has code at " + address,
                        true,
                        !"0x".equals(rpc.ask("eth_getCode", address, "latest").asText())));
    }

    private void mandateIsTheReports() {
        check("budget", money.whole(mandate.cap()), report.budget());
        check("quorum", Units.VOTES.whole(mandate.quorum()), report.rule().quorum());
        check("approval margin", mandate.marginBps(), report.rule().marginBps());
    }

    private void bidsAreTheChains() {
        Map<Integer, BidBook.BidRevealed> revealed = chain.revealedBids(mandateId);
        Map<Integer, ChainRecord.Tally> tallies = chain.tallies(mandateId);
        check("number of bids", revealed.size(), report.bids().size());
        for (Report.BidLine bid : report.bids()) {
            BidBook.BidRevealed onChain = revealed.get(bid.bidIndex());
            if (onChain == null) {
                check(bid.bidId() + " is revealed", true, false);
                continue;
            }
            ChainRecord.Tally tally = tallies.getOrDefault(bid.bidIndex(), ChainRecord.Tally.NONE);
            check(
                    bid.bidId() + " votes and price",
                    List.of(
                            Units.VOTES.whole(tally.yes()),
                            Units.VOTES.whole(tally.no()),
                            Units.VOTES.whole(tally.abstain()),
                            money.whole(onChain.terms().price())),
                    List.of(bid.yes(), bid.no(), bid.abstain(), bid.requested()));
        }
    }

    private void outcomesFollowFromTheRule() {
        List<Integer> disqualified = chain.disqualifiedBids(mandateId);
        Map<Integer, BigInteger> prices = new TreeMap<>();
        chain.revealedBids(mandateId).forEach((bid, revealed) -> {
            if (!disqualified.contains(bid)) {
                prices.put(bid, revealed.terms().price());
            }
        });
        Award award = new Award(mandate);
        List<Integer> approved = award.order(chain.tallies(mandateId), prices);
        List<Integer> winners = award.winners(approved, prices);
        check("winners on chain follow from the votes", winners, chain.winners(mandateId));
        for (Report.BidLine bid : report.bids()) {
            String reason = winners.contains(bid.bidIndex()) && chain.isAnnulled(mandateId)
                    ? Report.ANNULLED
                    : reason(bid.bidIndex(), winners, disqualified, approved);
            String outcome = reason.isEmpty() ? Report.FUNDED : Report.NOT_FUNDED;
            check(bid.bidId() + " outcome", List.of(outcome, reason), List.of(bid.outcome(), bid.reason()));
        }
    }

    private static String reason(int bid, List<Integer> winners, List<Integer> disqualified, List<Integer> approved) {
        if (winners.contains(bid)) {
            return "";
        }
        if (disqualified.contains(bid)) {
            return Report.DISQUALIFIED;
        }
        return approved.contains(bid) ? Report.OVER_BUDGET : Report.BELOW_THRESHOLD;
    }

    private void agreementsAreTheWinners() {
        Map<Integer, BidBook.BidRevealed> revealed = chain.revealedBids(mandateId);
        List<MilestoneEscrow.AgreementFunded> made = chain.agreements(mandateId);
        check("agreements on chain", made.size(), report.agreements().size());
        for (MilestoneEscrow.AgreementFunded agreement : made) {
            int bid = agreement.bidIndex().intValueExact();
            BidBook.BidTerms terms = Objects.requireNonNull(revealed.get(bid)).terms();
            check("agreement " + agreement.agreementId() + " pays who the bid named", terms.payee(), agreement.payee());
            report.agreements().stream()
                    .filter(line ->
                            line.agreementId().equals(agreement.agreementId().toString()))
                    .findFirst()
                    .ifPresentOrElse(
                            line -> agreementIsTheChains(line, agreement),
                            () -> check("agreement " + agreement.agreementId() + " is reported", true, false));
        }
    }

    private void agreementIsTheChains(Report.AgreementLine line, MilestoneEscrow.AgreementFunded agreement) {
        check(
                line.bidId() + " agreement's payee and token",
                List.of(agreement.payee(), agreement.token()),
                List.of(line.payee(), line.token()));
        List<ChainRecord.Payment> payments = chain.payments(agreement);
        List<BidBook.Milestone> milestones = chain.milestones(agreement);
        check(
                line.bidId() + " milestones",
                milestones.stream()
                        .map(milestone -> money.whole(milestone.amount()))
                        .toList(),
                line.milestones().stream().map(Report.MilestoneLine::amount).toList());
        for (int i = 0; i < line.milestones().size(); i++) {
            BigInteger index = BigInteger.valueOf(i);
            Report.MilestoneLine milestone = line.milestones().get(i);
            List<String> paid = payments.stream()
                    .filter(payment -> payment.event().milestone().equals(index))
                    .map(payment -> money.whole(payment.event().amount()) + " in " + payment.transaction())
                    .toList();
            List<String> reported = "PAID".equals(milestone.state())
                    ? List.of(milestone.amount() + " in " + milestone.transaction())
                    : List.of();
            check(line.bidId() + " milestone " + i + " paid once, as reported", paid, reported);
        }
        payments.forEach(payment -> wentToThePayee(line.bidId(), payment));
    }

    private void wentToThePayee(String bid, ChainRecord.Payment payment) {
        String milestone = bid + " milestone " + payment.event().milestone();
        check(milestone + " paid to the payee of that moment", payment.event().payee(), payment.due());
        if (payment.isOwed()) {
            out.println("  note    " + milestone + " could not be received: it is " + payment.due() + "'s to withdraw");
        }
    }

    private void linesAddUp() {
        Map<String, ChainRecord.Line> lines = chain.lines();
        check("number of budget lines", lines.size(), report.budgetLines().size());
        lines.forEach((id, line) -> {
            boolean own = id.equals(mandate.lineId());
            BigInteger reserved = own ? chain.reserved(mandateId) : BigInteger.ZERO;
            BigInteger paid = own ? chain.spent(mandateId) : BigInteger.ZERO;
            Report.BudgetLine expected = new Report.BudgetLine(
                    line.name(),
                    money.whole(line.free().add(reserved).add(paid)),
                    money.whole(reserved),
                    money.whole(paid),
                    money.whole(line.free()));
            List<Report.BudgetLine> reported = report.budgetLines().stream()
                    .filter(each -> each.name().equals(line.name()))
                    .toList();
            check("budget line " + line.name(), List.of(expected), reported);
        });
    }

    private void check(String what, Object onChain, Object reported) {
        if (onChain.equals(reported)) {
            out.println("  ok      " + what);
        } else {
            failures++;
            out.println("  FAILED  " + what + ": the chain says " + onChain + ", the report says " + reported);
        }
    }
}
