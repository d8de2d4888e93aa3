package network.spheron.dao.chain.node;

import java.math.BigInteger;
import java.util.Locale;
import network.spheron.dao.chain.BlockRef;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.Transaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/** Turns the node's answers into values. */
final class Answers {
    private Answers() {}

    static Header header(EthBlock.Block block) {
        BlockRef ref = new BlockRef(
                block.getNumber().longValueExact(),
                block.getHash(),
                block.getTimestamp().longValueExact());
        BigInteger baseFee = block.getBaseFeePerGasRaw() == null ? BigInteger.ZERO : block.getBaseFeePerGas();
        return new Header(ref, block.getParentHash(), baseFee);
    }

    static Receipt receipt(TransactionReceipt receipt) {
        return new Receipt(
                receipt.getTransactionHash(),
                receipt.getBlockNumber().longValueExact(),
                receipt.getBlockHash(),
                receipt.isStatusOK(),
                receipt.getLogs().stream().map(Answers::log).toList());
    }

    static MinedTransaction transaction(Transaction transaction) {
        return new MinedTransaction(
                transaction.getHash(),
                transaction.getFrom().toLowerCase(Locale.ROOT),
                transaction.getNonce().longValueExact(),
                transaction.getInput(),
                transaction.getBlockNumber().longValueExact());
    }

    static NodeLog log(Log log) {
        return new NodeLog(
                log.getAddress().toLowerCase(Locale.ROOT),
                log.getTopics(),
                log.getData(),
                log.getBlockNumber().longValueExact(),
                log.getBlockHash(),
                log.getTransactionHash(),
                log.getLogIndex().intValueExact());
    }
}
