package network.spheron.dao.local.contracts;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.contracts.LocalToken;

/** Whether the chain is the configured one, and its tokens are what the contracts need. Sends nothing. */
final class ChainCheck {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String TIMESTAMP = "mode=timestamp";

    private final Configuration configuration;
    private final NodeConnection node;
    private final String deployer;
    private final List<String> problems = new ArrayList<>();

    private ChainCheck(Configuration configuration, NodeConnection node, String deployer) {
        this.configuration = configuration;
        this.node = node;
        this.deployer = deployer;
    }

    static List<String> problems(Configuration configuration, String deployer) {
        try (NodeConnection node = NodeConnection.toAnyChain(configuration.rpcUrl(), TIMEOUT)) {
            return new ChainCheck(configuration, node, deployer).problems();
        } catch (ChainUnavailable e) {
            return List.of("rpcUrl: " + e.getMessage());
        }
    }

    private List<String> problems() {
        long chainId = node.chainId();
        if (chainId != configuration.chainId()) {
            return List.of("chainId is " + configuration.chainId() + ", but the node is on chain " + chainId);
        }
        if (node.balance(deployer).signum() == 0) {
            problems.add("the deployer " + deployer + " has no coins to pay gas with");
        }
        String governance = configuration.tokens().governance();
        if (governance != null) checkGovernance(governance);
        String payment = configuration.tokens().payment();
        if (payment != null && !isToken(payment)) {
            problems.add("paymentToken.existing is no ERC-20 token: " + payment);
        }
        return problems;
    }

    private void checkGovernance(String token) {
        boolean wrapped = configuration.tokens().wrapping() != null;
        if (!isToken(token)) {
            problems.add("governanceToken.existing is no ERC-20 token: " + token);
        } else if (isVotesByTimestamp(token) && wrapped) {
            problems.add("governanceToken.wrap is not needed: the token counts votes by timestamp itself");
        } else if (!isVotesByTimestamp(token) && !wrapped) {
            problems.add("governanceToken.existing has no votes that are counted by timestamp ("
                    + ask(token, GovernanceToken.CLOCK_MODE()).orElse("no CLOCK_MODE")
                    + "); it can be wrapped: see governanceToken.wrap");
        }
    }

    private boolean isToken(String token) {
        return ask(token, LocalToken.totalSupply()).isPresent()
                && ask(token, LocalToken.balanceOf(deployer)).isPresent()
                && ask(token, LocalToken.allowance(deployer, deployer)).isPresent();
    }

    private boolean isVotesByTimestamp(String token) {
        BigInteger before = BigInteger.valueOf(node.header(At.LATEST).block().timestamp() - 1);
        return ask(token, GovernanceToken.CLOCK_MODE())
                        .filter(TIMESTAMP::equals)
                        .isPresent()
                && ask(token, GovernanceToken.getVotes(deployer)).isPresent()
                && ask(token, GovernanceToken.getPastVotes(deployer, before)).isPresent()
                && ask(token, GovernanceToken.getPastTotalSupply(before)).isPresent()
                && ask(token, GovernanceToken.delegates(deployer)).isPresent();
    }

    /** Empty when there is no such contract or function. */
    private <R> Optional<R> ask(String contract, FunctionCall<R> call) {
        try {
            return Optional.of(call.decode(node.call(deployer, contract, call.data(), At.LATEST)));
        } catch (CallReverted | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
