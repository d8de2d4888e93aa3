package network.spheron.dao.chain.deployment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.DaoTimelock;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.ProposalPolicy;
import network.spheron.dao.contracts.RecordLog;
import network.spheron.dao.contracts.Roadmap;
import network.spheron.dao.contracts.StewardCouncil;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.contracts.VotesWrapper;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.ContractUtils;

/**
 * The creation of every contract, with the others' addresses as constructor arguments. A contract's address follows from
 * the deployer's nonce, so contracts can know each other without setters that somebody could call later.
 */
final class Creations {
    private final DeploymentPlan plan;
    private final ExistingTokens existing;
    private final List<ContractName> order;
    private final Map<ContractName, String> addresses = new EnumMap<>(ContractName.class);

    Creations(DeploymentPlan plan, ExistingTokens existing, String deployer) {
        this.plan = plan;
        this.existing = existing;
        this.order = ContractName.ofEveryDeployment().stream()
                .filter(name -> existingAddress(name) == null)
                .toList();
        for (int nonce = 0; nonce < order.size(); nonce++) {
            addresses.put(order.get(nonce), ContractUtils.generateContractAddress(deployer, BigInteger.valueOf(nonce)));
        }
        for (ContractName name : ContractName.ofEveryDeployment()) {
            String address = existingAddress(name);
            if (address != null) addresses.put(name, address);
        }
    }

    /** The contracts that are created, in the order of the deployer's nonces, from 0. */
    List<ContractName> order() {
        return order;
    }

    /** Address by contract. */
    Map<ContractName, String> addresses() {
        return addresses;
    }

    /** Creation code and constructor arguments, 0x-prefixed hex. */
    String creation(ContractName name) {
        return switch (name) {
            case GOVERNANCE_TOKEN -> existing.wrapping() == null ? governanceToken() : wrapper(existing.wrapping());
            case VOTES_WRAPPER -> throw new IllegalArgumentException("a wrapper is deployed as governance token");
            case PAYMENT_TOKEN -> paymentToken();
            case DAO_GOVERNOR -> governor();
            case DAO_TIMELOCK ->
                DaoTimelock.deployment(
                        BigInteger.valueOf(plan.voting().timelockDelay()),
                        BigInteger.valueOf(plan.voting().gracePeriod()),
                        address(ContractName.DAO_GOVERNOR));
            case PROPOSAL_POLICY -> policy();
            case ROADMAP ->
                Roadmap.deployment(
                        address(ContractName.DAO_TIMELOCK), plan.genesis(), plan.serviceEntity(), plan.guardian());
            case STEWARD_COUNCIL ->
                StewardCouncil.deployment(
                        address(ContractName.DAO_TIMELOCK),
                        address(ContractName.ROADMAP),
                        plan.stewards(),
                        BigInteger.valueOf(plan.threshold()));
            case TREASURY -> treasury();
            case BID_BOOK ->
                BidBook.deployment(
                        address(ContractName.TREASURY),
                        address(ContractName.ROADMAP),
                        address(ContractName.STEWARD_COUNCIL),
                        address(ContractName.BID_ELECTION),
                        address(ContractName.GOVERNANCE_TOKEN),
                        address(ContractName.DAO_TIMELOCK));
            case BID_ELECTION ->
                BidElection.deployment(
                        address(ContractName.TREASURY),
                        address(ContractName.BID_BOOK),
                        address(ContractName.GOVERNANCE_TOKEN),
                        address(ContractName.STEWARD_COUNCIL),
                        address(ContractName.DAO_TIMELOCK),
                        plan.elections());
            case MILESTONE_ESCROW -> escrow();
            case RECORD_LOG -> RecordLog.deployment(address(ContractName.DAO_TIMELOCK), plan.publisher());
        };
    }

    private String governanceToken() {
        return GovernanceToken.deployment(
                List.copyOf(plan.votes().keySet()), List.copyOf(plan.votes().values()));
    }

    private String wrapper(ExistingTokens.Wrapping wrapping) {
        return VotesWrapper.deployment(
                Objects.requireNonNull(existing.governance()), wrapping.name(), wrapping.symbol());
    }

    private @Nullable String existingAddress(ContractName name) {
        return switch (name) {
            case GOVERNANCE_TOKEN -> existing.wrapping() == null ? existing.governance() : null;
            case PAYMENT_TOKEN -> existing.payment();
            default -> null;
        };
    }

    private String paymentToken() {
        BigInteger allocated = plan.lines().stream()
                .map(DeploymentPlan.BudgetLine::allocated)
                .reduce(BigInteger.ZERO, BigInteger::add);
        Map<String, BigInteger> balances = new LinkedHashMap<>(plan.payments());
        balances.put(address(ContractName.TREASURY), allocated);
        return LocalToken.deployment(List.copyOf(balances.keySet()), List.copyOf(balances.values()));
    }

    private String governor() {
        return DaoGovernor.deployment(
                address(ContractName.GOVERNANCE_TOKEN),
                address(ContractName.DAO_TIMELOCK),
                address(ContractName.PROPOSAL_POLICY),
                address(ContractName.ROADMAP),
                plan.voting().lateFlipExtension());
    }

    private String policy() {
        return ProposalPolicy.deployment(
                new ProposalPolicy.Contracts(
                        address(ContractName.DAO_GOVERNOR),
                        address(ContractName.DAO_TIMELOCK),
                        address(ContractName.TREASURY),
                        address(ContractName.ROADMAP),
                        address(ContractName.STEWARD_COUNCIL)),
                plan.voting().proposalThreshold(),
                rules(),
                ListedActions.at(addresses),
                List.of(new ProposalPolicy.MandateLimit(
                        address(ContractName.PAYMENT_TOKEN), plan.voting().mandateLimit())));
    }

    private List<ProposalPolicy.Rules> rules() {
        List<ProposalPolicy.Rules> inOrder = new ArrayList<>();
        for (ProposalClass proposalClass : ProposalClass.values()) {
            inOrder.add(plan.voting().rulesOf(proposalClass));
        }
        return inOrder;
    }

    private String treasury() {
        List<Treasury.LineConfig> lines = new ArrayList<>();
        for (DeploymentPlan.BudgetLine line : plan.lines()) {
            lines.add(new Treasury.LineConfig(
                    line.name(),
                    address(ContractName.PAYMENT_TOKEN),
                    line.allocated(),
                    line.periodLength(),
                    line.periodCap()));
        }
        return Treasury.deployment(
                address(ContractName.DAO_TIMELOCK),
                address(ContractName.ROADMAP),
                address(ContractName.STEWARD_COUNCIL),
                address(ContractName.MILESTONE_ESCROW),
                address(ContractName.GOVERNANCE_TOKEN),
                plan.floors(),
                lines);
    }

    private String escrow() {
        return MilestoneEscrow.deployment(
                address(ContractName.TREASURY),
                address(ContractName.BID_BOOK),
                address(ContractName.BID_ELECTION),
                address(ContractName.STEWARD_COUNCIL),
                address(ContractName.ROADMAP),
                address(ContractName.GOVERNANCE_TOKEN),
                address(ContractName.DAO_TIMELOCK),
                plan.challenges());
    }

    private String address(ContractName name) {
        String address = addresses.get(name);
        if (address == null) throw new IllegalStateException(name + " has no address");
        return address;
    }
}
