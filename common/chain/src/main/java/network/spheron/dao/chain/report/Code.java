package network.spheron.dao.chain.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import network.spheron.dao.chain.node.MinedTransaction;
import network.spheron.dao.contracts.Artifacts;
import network.spheron.dao.contracts.ContractName;
import org.web3j.crypto.ContractUtils;

/**
 * Whether at each address there is the code that was built, created by the transaction that the address book names. What its
 * constructor was given is not compared here: the other sections read from the contract what became of it.
 */
final class Code {
    private static final String TOPIC = "code";
    private static final String NONE = "0x";

    private Code() {}

    static List<Finding> of(OnChain chain) {
        return ContractName.ofEveryDeployment().stream()
                .map(name -> finding(chain, name))
                .toList();
    }

    private static Finding finding(OnChain chain, ContractName name) {
        if (!chain.book().contracts().containsKey(name.key())) {
            return new Finding(TOPIC, name.key(), "no address", "the address book does not name it");
        }
        String address = chain.address(name);
        if (chain.code(name).equals(NONE)) return new Finding(TOPIC, name.key(), address, "there is no contract");
        String hash = chain.codeHash(name);
        String value = address + " " + hash;
        if (!hash.equals(chain.book().codeHashes().get(name.key()))) {
            return new Finding(
                    TOPIC,
                    name.key(),
                    value,
                    "the address book says otherwise: "
                            + chain.book().codeHashes().get(name.key()));
        }
        if (isToken(name) && !chain.book().transactions().containsKey(name.key())) {
            return Finding.fact(TOPIC, name.key(), value + ", older than the DAO");
        }
        return chain.creation(name)
                .map(creation -> created(name, address, value, creation))
                .orElseGet(() -> new Finding(TOPIC, name.key(), value, "the transaction that created it is not known"));
    }

    private static Finding created(ContractName name, String address, String value, MinedTransaction creation) {
        String creates = ContractUtils.generateContractAddress(creation.from(), BigInteger.valueOf(creation.nonce()))
                .toLowerCase(Locale.ROOT);
        if (!creates.equals(address)) {
            return new Finding(TOPIC, name.key(), value, creation.hash() + " created " + creates + " instead");
        }
        Optional<ContractName> built = builds(name).stream()
                .filter(known -> creation.input().startsWith(Artifacts.bytecode(known)))
                .findFirst();
        String as = built.filter(known -> known != name)
                .map(known -> ", a " + known.key())
                .orElse("");
        return Finding.check(
                TOPIC, name.key(), value + as, built.isPresent(), "it was not created from the code built here");
    }

    private static List<ContractName> builds(ContractName name) {
        return name == ContractName.GOVERNANCE_TOKEN ? List.of(name, ContractName.VOTES_WRAPPER) : List.of(name);
    }

    private static boolean isToken(ContractName name) {
        return name == ContractName.GOVERNANCE_TOKEN || name == ContractName.PAYMENT_TOKEN;
    }
}
