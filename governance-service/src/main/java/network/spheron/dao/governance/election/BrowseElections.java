package network.spheron.dao.governance.election;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import network.spheron.dao.web.NotFound;

/** Reading elections; open to everybody. */
@ApplicationScoped
public class BrowseElections {
    private static final int LARGEST_PAGE = 500;

    private final Competitions competitions;
    private final ElectionPicture picture;
    private final Ballots ballots;
    private final RelayedBallots relayed;

    BrowseElections(Competitions competitions, ElectionPicture picture, Ballots ballots, RelayedBallots relayed) {
        this.competitions = competitions;
        this.picture = picture;
        this.ballots = ballots;
        this.relayed = relayed;
    }

    /** The election on a mandate's bids, also before it is opened. */
    @Transactional
    public ElectionView view(BigInteger mandateId) {
        return picture.of(competition(mandateId), mandateId);
    }

    /** One page of the counted ballots, oldest first, and the signed ones that are not counted. */
    @Transactional
    public ElectionBallots ballots(BigInteger mandateId, int page, int size) {
        competition(mandateId);
        Page asked = Page.of(Math.max(0, page), Math.min(Math.max(1, size), LARGEST_PAGE));
        return new ElectionBallots(
                ballots.in(mandateId, asked).stream().map(Ballot::view).toList(),
                relayed.uncounted(mandateId).stream().map(RelayedBallot::view).toList());
    }

    /** These wallets' counted ballots, and what became of their signed ones that are not counted. */
    @Transactional
    public ElectionBallots ballotsOf(BigInteger mandateId, Collection<String> wallets) {
        if (wallets.isEmpty()) {
            return new ElectionBallots(List.of(), List.of());
        }
        return new ElectionBallots(
                wallets.stream()
                        .flatMap(wallet -> ballots.of(mandateId, wallet).stream())
                        .map(Ballot::view)
                        .toList(),
                relayed.uncounted(mandateId, wallets).stream()
                        .map(RelayedBallot::view)
                        .toList());
    }

    private Competition competition(BigInteger mandateId) {
        return competitions
                .findByIdOptional(mandateId)
                .orElseThrow(() -> new NotFound("competition under mandate " + mandateId));
    }
}
