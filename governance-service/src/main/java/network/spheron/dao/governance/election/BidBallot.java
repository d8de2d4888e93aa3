package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Map;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.contracts.ContractName;

/** A ballot over all bids as a wallet signs it (EIP-712, {@code IBidElection}). */
@ApplicationScoped
class BidBallot {
    private static final String TYPES = "Ballot(uint256 mandateId,address voter,uint256 sequence,bytes choices)";

    private final ChainReader chain;

    BidBallot(ChainReader chain) {
        this.chain = chain;
    }

    TypedData typedData(BigInteger mandateId, String voter, BigInteger sequence, Choices choices) {
        SigningDomain domain =
                new SigningDomain("BidElection", "1", chain.chainId(), chain.address(ContractName.BID_ELECTION));
        return TypedData.of(
                domain,
                TYPES,
                Map.of("mandateId", mandateId, "voter", voter, "sequence", sequence, "choices", choices.hex()));
    }
}
