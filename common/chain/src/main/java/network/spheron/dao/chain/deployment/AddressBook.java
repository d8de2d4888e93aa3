package network.spheron.dao.chain.deployment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import network.spheron.dao.contracts.ContractName;

/**
 * Where the contracts are deployed; as JSON the file that services are configured from.
 *
 * @param startBlock no contract has a log before this block; 0 while they are being deployed
 * @param contracts address by the contract's name, such as {@code bid-book}; lower-case hex
 * @param codeHashes keccak256 of the deployed code by the contract's name; lower-case hex, none while they are being deployed
 * @param transactions hash of the transaction that created the contract by its name; none for a token that existed before
 */
public record AddressBook(
        @JsonProperty("chainId") long chainId,
        @JsonProperty("startBlock") long startBlock,
        @JsonProperty("contracts") Map<String, String> contracts,
        @JsonProperty("codeHashes") Map<String, String> codeHashes,
        @JsonProperty("transactions") Map<String, String> transactions) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @JsonCreator
    public AddressBook {
        contracts = sorted(contracts);
        codeHashes = sorted(codeHashes);
        transactions = sorted(transactions);
    }

    /** A contract's address, lower-case hex. */
    public String address(ContractName contract) {
        String address = contracts.get(contract.key());
        if (address == null) throw new IllegalStateException("the address book has no " + contract.key());
        return address;
    }

    /** The same facts as configuration keys of the services. */
    public Map<String, String> configuration() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("spheron.chain.chain-id", String.valueOf(chainId));
        keys.put("spheron.chain.start-block", String.valueOf(startBlock));
        contracts.forEach((name, address) -> keys.put("spheron.chain.contracts." + name, address));
        codeHashes.forEach((name, hash) -> keys.put("spheron.chain.code-hashes." + name, hash));
        return keys;
    }

    // In one order, so that writing the same book again changes nothing.
    private static Map<String, String> sorted(Map<String, String> entries) {
        return Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    /** Reads a file that {@link #write} wrote. */
    public static AddressBook read(Path file) {
        try {
            return JSON.readValue(file.toFile(), AddressBook.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the address book " + file, e);
        }
    }

    /** Writes the JSON file; a reader sees either all of it or nothing new. */
    public void write(Path file) {
        try {
            Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "address-book", ".json");
            JSON.writeValue(whole.toFile(), this);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the address book " + file, e);
        }
    }
}
