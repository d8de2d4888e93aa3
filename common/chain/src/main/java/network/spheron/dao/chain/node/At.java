package network.spheron.dao.chain.node;

import java.math.BigInteger;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;

/** The block at which a question is asked. */
public record At(DefaultBlockParameter parameter) {
    /** The newest block. */
    public static final At LATEST = new At(DefaultBlockParameterName.LATEST);
    /** The newest block with all transactions that wait to be mined. */
    public static final At PENDING = new At(DefaultBlockParameterName.PENDING);
    /** The last block that will not change any more. */
    public static final At FINAL = new At(DefaultBlockParameterName.FINALIZED);

    /** A block by its number. */
    public static At block(long number) {
        return new At(DefaultBlockParameter.valueOf(BigInteger.valueOf(number)));
    }
}
