package network.spheron.dao.governance.voting;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Map;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.contracts.ContractName;

/** OpenZeppelin's ballot as a wallet signs it (EIP-712), with the nonce that the DAO's Governor takes in batches. */
@ApplicationScoped
class VoteBallot {
    private static final String TYPES = "Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)";
    private static final BigInteger LOWER_192_BITS =
            BigInteger.ONE.shiftLeft(192).subtract(BigInteger.ONE);

    private final ChainReader chain;

    VoteBallot(ChainReader chain) {
        this.chain = chain;
    }

    TypedData typedData(BigInteger proposalId, String voter, Support support) {
        SigningDomain domain =
                new SigningDomain("DaoGovernor", "1", chain.chainId(), chain.address(ContractName.DAO_GOVERNOR));
        // A key of its own per proposal: votes on several proposals do not wait for one another.
        BigInteger nonce = proposalId.and(LOWER_192_BITS).shiftLeft(64);
        return TypedData.of(
                domain,
                TYPES,
                Map.of("proposalId", proposalId, "support", support.number(), "voter", voter, "nonce", nonce));
    }
}
