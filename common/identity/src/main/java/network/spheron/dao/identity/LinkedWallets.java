package network.spheron.dao.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import network.spheron.dao.events.WalletLinked;

/** Who controls which wallet, now and before. */
@ApplicationScoped
public class LinkedWallets {
    private final EntityManager entities;
    private final WalletProofs proofs;

    LinkedWallets(EntityManager entities, WalletProofs proofs) {
        this.entities = entities;
        this.proofs = proofs;
    }

    /**
     * Links a wallet to a person on a fresh proof.
     *
     * @return what to publish
     * @throws WalletProofRefused when the proof does not hold
     * @throws WalletTaken when the wallet is linked to somebody else
     */
    @Transactional
    public WalletLinked link(String person, String message, String signature) {
        SiweMessage proof = proofs.checkFresh(person, message, signature);
        List<LinkedWallet> known = ofWallet(proof.address());
        if (known.stream().anyMatch(link -> link.isLinked() && !link.person().equals(person))) {
            throw new WalletTaken(proof.address());
        }
        WalletLinked event = new WalletLinked(proof.address(), person, message, signature, true, next(known));
        apply(event, known);
        return event;
    }

    /**
     * Ends the link of a wallet.
     *
     * @return what to publish
     * @throws WalletNotLinked when the person has not linked it
     */
    @Transactional
    public WalletLinked unlink(String person, String address) {
        String wallet = address.toLowerCase(Locale.ROOT);
        List<LinkedWallet> known = ofWallet(wallet);
        LinkedWallet link = known.stream()
                .filter(each -> each.isLinked() && each.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new WalletNotLinked(address));
        link.end(next(known));
        return new WalletLinked(wallet, person, link.message(), link.signature(), false, link.changedAt());
    }

    /** Wallets that a person has linked now, lower-case hex. */
    @Transactional
    public Set<String> currentOf(String person) {
        return wallets("select w.key.wallet from LinkedWallet w where w.key.person = ?1 and w.linked", person);
    }

    /** Wallets that a person has or had linked, lower-case hex. */
    @Transactional
    public Set<String> everOf(String person) {
        return wallets("select w.key.wallet from LinkedWallet w where w.key.person = ?1", person);
    }

    /** Takes over what another service published, unless something newer is known. The proof has been checked. */
    void apply(WalletLinked event) {
        List<LinkedWallet> known = ofWallet(event.wallet());
        if (known.stream().allMatch(link -> link.changedAt() < event.at())) {
            apply(event, known);
        }
    }

    private void apply(WalletLinked event, List<LinkedWallet> known) {
        if (event.linked()) {
            known.stream()
                    .filter(link -> link.isLinked() && !link.person().equals(event.person()))
                    .forEach(link -> link.end(event.at()));
            // One person at most is linked now; the database checks it, so the other's end has to reach it first.
            entities.flush();
        }
        known.stream()
                .filter(link -> link.person().equals(event.person()))
                .findFirst()
                .ifPresentOrElse(link -> link.become(event), () -> entities.persist(new LinkedWallet(event)));
    }

    private static long next(List<LinkedWallet> known) {
        long newest = known.stream().mapToLong(LinkedWallet::changedAt).max().orElse(0);
        return Math.max(Instant.now().getEpochSecond(), newest + 1);
    }

    private List<LinkedWallet> ofWallet(String wallet) {
        return entities.createQuery("from LinkedWallet w where w.key.wallet = ?1", LinkedWallet.class)
                .setParameter(1, wallet)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private Set<String> wallets(String query, String person) {
        return new LinkedHashSet<>(entities.createQuery(query, String.class)
                .setParameter(1, person)
                .getResultList());
    }
}
