// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IBidBook} from "../src/interfaces/IBidBook.sol";
import {IStewardCouncil} from "../src/interfaces/IStewardCouncil.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {SigningWallet} from "./support/SigningWallet.sol";
import {Market} from "./support/Market.sol";

contract BidBookTest is Market {
    uint256 private constant PRICE = 40_000 * USD;

    function test_openingFixesAllWindows() public {
        uint256 mandateId = grant(competition());
        vm.prank(anyone);
        bidBook.open(mandateId);

        (uint64 openedAt, uint64 biddingEnds, uint64 revealEnds, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.assertEq(openedAt, block.timestamp);
        vm.assertEq(biddingEnds, block.timestamp + 1 days);
        vm.assertEq(revealEnds, block.timestamp + 2 days);
        vm.assertEq(reviewEnds, block.timestamp + 3 days);
    }

    function test_aWorkstreamOpensOnce() public {
        uint256 mandateId = openWorkstream();
        vm.expectRevert(abi.encodeWithSelector(IBidBook.WorkstreamAlreadyOpen.selector, mandateId));
        bidBook.open(mandateId);
    }

    function test_aDirectMandateIsNotPutOutForBids() public {
        uint256 mandateId = grant(direct());
        vm.expectRevert(abi.encodeWithSelector(IBidBook.NotACompetition.selector, mandateId));
        bidBook.open(mandateId);
    }

    function test_openingACompetitionBeforePhaseTwoIsRefused() public {
        uint256 mandateId = grant(competition());
        vm.warp(roadmap.phaseTwoStart() - 1);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.CompetitionNeedsPhaseTwo.selector));
        bidBook.open(mandateId);
    }

    function test_aWorkstreamThatCouldNotBeFundedInTimeIsNotOpened() public {
        ITreasury.MandateTerms memory terms = competition();
        // Seven days of windows, four extensions, an objection, and as long as a challenge for what comes late.
        uint256 needed = block.timestamp + 7 days + 8 hours + 10 days + 1 days;
        terms.expiry = uint64(needed - 1);
        uint256 mandateId = grant(terms);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.ExpiresTooEarly.selector, terms.expiry, needed));
        bidBook.open(mandateId);
        terms = competition();
        terms.expiry = uint64(needed);
        bidBook.open(grant(terms));
    }

    function test_aStopMovesTheLastMomentToOpenAWorkstream() public {
        ITreasury.MandateTerms memory terms = competition();
        terms.expiry = uint64(block.timestamp + 7 days + 8 hours + 10 days + 1 days);
        uint256 mandateId = grant(terms);
        IStewardCouncil.Decision memory what = decision("stop payments", address(treasury), 2 days, 0, 1);
        what.contentHash = 0;
        treasury.stop(2 days, REASON, approvals(what));
        vm.warp(block.timestamp + 2 days);
        bidBook.open(mandateId);
    }

    function test_aCommitmentTakesTheBondAndShowsNothingElse() public {
        uint256 mandateId = openWorkstream();
        uint256 before = gov.balanceOf(bidder(0));
        uint256 bidIndex = commit(mandateId, 0, PRICE);

        vm.assertEq(bidIndex, 0);
        vm.assertEq(gov.balanceOf(bidder(0)), before - BOND);
        vm.assertEq(gov.balanceOf(address(bidBook)), BOND);
        (
            IBidBook.BidStatus status,
            address by,
            uint64 committedAt,
            bytes32 commitment,
            uint256 price,
            address to,
            bytes32 hash
        ) = bidBook.bid(mandateId, 0);
        assertStatus(status, IBidBook.BidStatus.COMMITTED);
        vm.assertEq(by, bidder(0));
        vm.assertEq(committedAt, block.timestamp);
        vm.assertEq(commitment, bidBook.commitmentOf(termsOf(0, PRICE)));
        vm.assertEq(price, 0);
        vm.assertEq(to, address(0));
        vm.assertEq(hash, bytes32(0));
    }

    function test_aSignedBidIsSentByAnyoneWithAPermitForItsBond() public {
        uint256 mandateId = openWorkstream();
        (bytes32 commitment, bytes memory signed) = signedBid(mandateId, 0);
        IBidBook.BondPermit memory permit = permitFor(FIRST_BIDDER_KEY, BOND);

        vm.prank(anyone);
        bidBook.commitBySig(mandateId, bidder(0), commitment, signed, permit);

        vm.assertEq(gov.balanceOf(address(bidBook)), BOND);
        (, address by,,,,,) = bidBook.bid(mandateId, 0);
        vm.assertEq(by, bidder(0));
    }

    function test_aPermitThatSomeoneElseUsedFirstIsNoObstacle() public {
        uint256 mandateId = openWorkstream();
        (bytes32 commitment, bytes memory signed) = signedBid(mandateId, 0);
        IBidBook.BondPermit memory permit = permitFor(FIRST_BIDDER_KEY, BOND);
        gov.permit(bidder(0), address(bidBook), permit.value, permit.deadline, permit.v, permit.r, permit.s);

        bidBook.commitBySig(mandateId, bidder(0), commitment, signed, permit);
        vm.assertEq(gov.balanceOf(address(bidBook)), BOND);
    }

    function test_aBidWithoutAnAllowanceForItsBondIsRefused() public {
        uint256 mandateId = openWorkstream();
        (bytes32 commitment, bytes memory signed) = signedBid(mandateId, 0);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(bidBook), 0, BOND)
        );
        bidBook.commitBySig(mandateId, bidder(0), commitment, signed, noPermit());
    }

    function test_aBidThatBringsNoPermitAsksTheTokenForNone() public {
        uint256 mandateId = openWorkstream();
        (bytes32 commitment, bytes memory signed) = signedBid(mandateId, 0);
        vm.prank(bidder(0));
        gov.approve(address(bidBook), BOND);
        vm.expectCall(address(gov), abi.encodeWithSelector(IERC20Permit.permit.selector), 0);
        bidBook.commitBySig(mandateId, bidder(0), commitment, signed, noPermit());
    }

    function test_aSignatureByAnotherWalletIsRefused() public {
        uint256 mandateId = openWorkstream();
        (bytes32 commitment, bytes memory signed) = signedBid(mandateId, 0);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.BadBidSignature.selector, bidder(1)));
        bidBook.commitBySig(mandateId, bidder(1), commitment, signed, noPermit());
    }

    function test_aSignatureForAnotherMandateIsRefused() public {
        uint256 mandateId = openWorkstream();
        uint256 other = openWorkstream();
        (bytes32 commitment, bytes memory signed) = signedBid(mandateId, 0);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.BadBidSignature.selector, bidder(0)));
        bidBook.commitBySig(other, bidder(0), commitment, signed, noPermit());
    }

    /// @dev After a reorganization two grants may stand in the other order: the same id is then another purpose.
    function test_aSignatureForAnotherPurposeIsRefused() public {
        ITreasury.MandateTerms memory first = competition();
        ITreasury.MandateTerms memory second = competition();
        uint256 before = vm.snapshotState();
        uint256 mandateId = grant(first);
        (bytes32 commitment, bytes memory signed) = signedBid(mandateId, 0);
        vm.revertToState(before);
        vm.assertEq(grant(second), mandateId, "the same id");
        bidBook.open(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.BadBidSignature.selector, bidder(0)));
        bidBook.commitBySig(mandateId, bidder(0), commitment, signed, noPermit());
    }

    function test_theDigestIsTheOneOfTheDocumentedType() public {
        uint256 mandateId = openWorkstream();
        bytes32 commitment = bidBook.commitmentOf(termsOf(0, PRICE));
        bytes32 typehash = keccak256(
            "Bid(uint256 mandateId,bytes32 purposeHash,address bidder,BidTerms terms)BidTerms(address bidder,address payee,address token,uint256 price,bytes32 milestonesHash,bytes32 textHash,bytes32 salt)"
        );
        bytes32 purposeHash = treasury.mandateTerms(mandateId).purposeHash;
        bytes32 inner = keccak256(abi.encode(typehash, mandateId, purposeHash, bidder(0), commitment));
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("BidBook"),
                keccak256("1"),
                block.chainid,
                address(bidBook)
            )
        );
        vm.assertEq(
            bidBook.bidDigest(mandateId, bidder(0), commitment), keccak256(abi.encodePacked(hex"1901", domain, inner))
        );
    }

    function test_aSignedBidIsNotReplayed() public {
        uint256 mandateId = openWorkstream();
        (bytes32 commitment, bytes memory signed) = signedBid(mandateId, 0);
        vm.prank(bidder(0));
        gov.approve(address(bidBook), 2 * BOND);
        bidBook.commitBySig(mandateId, bidder(0), commitment, signed, noPermit());
        vm.expectRevert(abi.encodeWithSelector(IBidBook.CommitmentAlreadyUsed.selector, commitment));
        bidBook.commitBySig(mandateId, bidder(0), commitment, signed, noPermit());
    }

    function test_aSigningWalletSignsByItsCode() public {
        uint256 mandateId = openWorkstream();
        SigningWallet wallet = new SigningWallet(vm.addr(7));
        vm.prank(bidder(0));
        gov.transfer(address(wallet), BOND);
        vm.prank(address(wallet));
        gov.approve(address(bidBook), BOND);
        bytes32 commitment = keccak256("commitment");
        bytes memory signed = signature(7, bidBook.bidDigest(mandateId, address(wallet), commitment));

        bidBook.commitBySig(mandateId, address(wallet), commitment, signed, noPermit());

        (, address by,,,,,) = bidBook.bid(mandateId, 0);
        vm.assertEq(by, address(wallet));
        bytes memory foreign = signature(8, bidBook.bidDigest(mandateId, address(wallet), REASON));
        vm.expectRevert(abi.encodeWithSelector(IBidBook.BadBidSignature.selector, address(wallet)));
        bidBook.commitBySig(mandateId, address(wallet), REASON, foreign, noPermit());
    }

    function test_anAccountWithDelegatedCodeStillSignsWithItsKey() public {
        uint256 mandateId = openWorkstream();
        (bytes32 commitment, bytes memory signed) = signedBid(mandateId, 0);
        vm.prank(bidder(0));
        gov.approve(address(bidBook), BOND);
        vm.etch(bidder(0), abi.encodePacked(hex"ef0100", address(usd)));
        bidBook.commitBySig(mandateId, bidder(0), commitment, signed, noPermit());
        vm.assertEq(bidBook.bidCount(mandateId), 1);
    }

    function test_aLateBidIsRefused() public {
        uint256 mandateId = openWorkstream();
        (, uint64 biddingEnds,,) = bidBook.windows(mandateId);
        vm.warp(biddingEnds - 1);
        commit(mandateId, 0, PRICE);
        vm.warp(biddingEnds);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.BiddingClosed.selector, biddingEnds));
        bidBook.commit(mandateId, keccak256("late"));
    }

    function test_aBidBeforeTheOpeningIsRefused() public {
        uint256 mandateId = grant(competition());
        vm.expectRevert(abi.encodeWithSelector(IBidBook.WorkstreamNotOpen.selector, mandateId));
        bidBook.commit(mandateId, keccak256("early"));
    }

    function test_moreBidsPerBidderThanAllowedAreRefusedEvenAfterAWithdrawal() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, PRICE);
        commit(mandateId, 0, PRICE + 1);
        vm.prank(bidder(0));
        bidBook.withdraw(mandateId, 0);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.TooManyBidsByBidder.selector, bidder(0), 2));
        vm.prank(bidder(0));
        bidBook.commit(mandateId, keccak256("third"));
    }

    function test_moreBidsThanTheMandateAllowsAreRefused() public {
        uint256 mandateId = openWorkstream();
        for (uint256 i = 0; i < 6; ++i) {
            commit(mandateId, i, PRICE);
        }
        vm.expectRevert(abi.encodeWithSelector(IBidBook.TooManyBids.selector, 6));
        vm.prank(bidder(0));
        bidBook.commit(mandateId, keccak256("seventh"));
    }

    function test_aRevealOpensTheCommitmentAndReturnsTheBond() public {
        uint256 mandateId = openWorkstream();
        uint256 before = gov.balanceOf(bidder(0));
        commit(mandateId, 0, PRICE);
        toReveal(mandateId);

        vm.expectEmit(address(bidBook));
        emit IBidBook.BidRevealed(mandateId, 0, bidder(0), termsOf(0, PRICE), milestones(PRICE));
        vm.prank(anyone);
        bidBook.reveal(mandateId, 0, termsOf(0, PRICE), milestones(PRICE));

        vm.assertEq(gov.balanceOf(bidder(0)), before);
        (IBidBook.BidStatus status,,,, uint256 price, address to, bytes32 hash) = bidBook.bid(mandateId, 0);
        assertStatus(status, IBidBook.BidStatus.REVEALED);
        vm.assertEq(price, PRICE);
        vm.assertEq(to, payee(0));
        vm.assertEq(hash, keccak256(abi.encode(milestones(PRICE))));
    }

    function test_aRevealOutsideItsWindowIsRefused() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, PRICE);
        (, uint64 biddingEnds, uint64 revealEnds,) = bidBook.windows(mandateId);
        bytes memory refusal = abi.encodeWithSelector(IBidBook.NotInRevealWindow.selector, biddingEnds, revealEnds);
        vm.warp(biddingEnds - 1);
        vm.expectRevert(refusal);
        bidBook.reveal(mandateId, 0, termsOf(0, PRICE), milestones(PRICE));
        vm.warp(revealEnds);
        vm.expectRevert(refusal);
        bidBook.reveal(mandateId, 0, termsOf(0, PRICE), milestones(PRICE));
    }

    function test_aRevealOfOtherTermsIsRefused() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, PRICE);
        toReveal(mandateId);
        IBidBook.BidTerms memory terms = termsOf(0, PRICE);
        bytes32 committed = bidBook.commitmentOf(terms);
        terms.payee = anyone;
        vm.expectRevert(
            abi.encodeWithSelector(IBidBook.CommitmentMismatch.selector, bidBook.commitmentOf(terms), committed)
        );
        bidBook.reveal(mandateId, 0, terms, milestones(PRICE));
    }

    function test_aRevealIsDoneOnce() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, PRICE);
        toReveal(mandateId);
        reveal(mandateId, 0, PRICE);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.WrongBidStatus.selector, IBidBook.BidStatus.REVEALED));
        bidBook.reveal(mandateId, 0, termsOf(0, PRICE), milestones(PRICE));
    }

    function test_aCopiedCommitmentNeitherKeepsItsOwnerOutNorOpensForTheCopyist() public {
        uint256 mandateId = openWorkstream();
        bytes32 commitment = bidBook.commitmentOf(termsOf(0, PRICE));
        vm.prank(bidder(1));
        gov.approve(address(bidBook), BOND);
        vm.prank(bidder(1));
        bidBook.commit(mandateId, commitment);
        commit(mandateId, 0, PRICE);
        toReveal(mandateId);

        vm.expectRevert(abi.encodeWithSelector(IBidBook.BadBidTerms.selector, "bidder"));
        bidBook.reveal(mandateId, 0, termsOf(0, PRICE), milestones(PRICE));
        bidBook.reveal(mandateId, 1, termsOf(0, PRICE), milestones(PRICE));
    }

    function test_termsOutsideTheMandateAreRefused() public {
        IBidBook.BidTerms memory terms = termsOf(0, CAP + 1);
        refusesTerms(terms, milestones(CAP + 1), badTerms("price"));
        terms = termsOf(0, PRICE);
        terms.token = address(gov);
        refusesTerms(terms, milestones(PRICE), badTerms("token"));
        terms = termsOf(0, PRICE);
        refusesTerms(termsOf(0, PRICE), milestones(PRICE + 4), badTerms("milestonesHash"));
    }

    function test_aPayeeThatCannotBePaidIsRefused() public {
        IBidBook.BidTerms memory terms = termsOf(0, PRICE);
        address[4] memory notPayable = [address(0), address(usd), address(treasury), address(escrow)];
        for (uint256 i = 0; i < notPayable.length; ++i) {
            terms.payee = notPayable[i];
            refusesTerms(terms, milestones(PRICE), badTerms("payee"));
        }
    }

    function test_milestonesThatDoNotWorkAreRefused() public {
        IBidBook.Milestone[] memory planned = milestones(PRICE);
        planned[1].amount += 1;
        refusesMilestones(planned, "sum");
        planned = milestones(PRICE);
        planned[0].amount = 0;
        refusesMilestones(planned, "amount");
        planned = milestones(PRICE);
        planned[0].amount = type(uint256).max;
        refusesMilestones(planned, "amount");
        planned = milestones(PRICE);
        planned[0].duration = 0;
        refusesMilestones(planned, "duration");
        planned = milestones(PRICE);
        planned[0].duration = type(uint64).max;
        refusesMilestones(planned, "duration");
        refusesMilestones(new IBidBook.Milestone[](0), "count");
        refusesMilestones(new IBidBook.Milestone[](21), "count");
    }

    function test_aWithdrawnBidGetsItsBondBackOnceBiddingIsOver() public {
        uint256 mandateId = openWorkstream();
        uint256 before = gov.balanceOf(bidder(0));
        commit(mandateId, 0, PRICE);
        vm.prank(bidder(0));
        bidBook.withdraw(mandateId, 0);
        (, uint64 biddingEnds,,) = bidBook.windows(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.BiddingStillOpen.selector, biddingEnds));
        bidBook.returnBond(mandateId, 0);

        vm.warp(biddingEnds);
        vm.prank(anyone);
        bidBook.returnBond(mandateId, 0);
        vm.assertEq(gov.balanceOf(bidder(0)), before);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.NoBondHeld.selector, mandateId, 0));
        bidBook.returnBond(mandateId, 0);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.WrongBidStatus.selector, IBidBook.BidStatus.WITHDRAWN));
        bidBook.reveal(mandateId, 0, termsOf(0, PRICE), milestones(PRICE));
    }

    function test_onlyTheBidderWithdrawsAndOnlyWhileBiddingIsOpen() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, PRICE);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.NotTheBidder.selector, anyone));
        vm.prank(anyone);
        bidBook.withdraw(mandateId, 0);

        uint64 biddingEnds = toReveal(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.BiddingClosed.selector, biddingEnds));
        vm.prank(bidder(0));
        bidBook.withdraw(mandateId, 0);
    }

    function test_anUnrevealedBidForfeitsItsBondToTheTreasury() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, PRICE);
        (,, uint64 revealEnds,) = bidBook.windows(mandateId);
        vm.warp(revealEnds - 1);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.RevealStillOpen.selector, revealEnds));
        bidBook.forfeitBond(mandateId, 0);

        vm.warp(revealEnds);
        vm.prank(anyone);
        bidBook.forfeitBond(mandateId, 0);
        vm.assertEq(gov.balanceOf(address(treasury)), BOND);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.NoBondHeld.selector, mandateId, 0));
        bidBook.forfeitBond(mandateId, 0);
    }

    function test_aRevealedBidForfeitsNothing() public {
        uint256 mandateId = openWorkstream();
        bidsUpToReviewEnd(mandateId, list(PRICE));
        vm.expectRevert(abi.encodeWithSelector(IBidBook.WrongBidStatus.selector, IBidBook.BidStatus.REVEALED));
        bidBook.forfeitBond(mandateId, 0);
    }

    function test_stewardsTakeARevealedBidOffTheBallot() public {
        uint256 mandateId = inReview(list(PRICE, PRICE));
        IStewardCouncil.Approval[] memory signed = approvals(disqualification(mandateId, 0, PRICE));
        vm.expectEmit(address(bidBook));
        emit IBidBook.BidDisqualified(mandateId, 0, REASON);
        vm.prank(anyone);
        bidBook.disqualify(mandateId, 0, REASON, signed);

        uint16[] memory left = bidBook.revealedBids(mandateId);
        vm.assertEq(left.length, 1);
        vm.assertEq(left[0], 1);
    }

    function test_aDisqualificationOfOneBidIsNoneOfAnother() public {
        uint256 mandateId = inReview(list(PRICE, PRICE));
        IStewardCouncil.Approval[] memory signed = approvals(disqualification(mandateId, 0, PRICE));
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.BadApprovalSignature.selector, steward(0)));
        bidBook.disqualify(mandateId, 1, REASON, signed);
    }

    function test_aDisqualificationNeedsAReason() public {
        uint256 mandateId = inReview(list(PRICE));
        vm.expectRevert(IBidBook.ReasonMissing.selector);
        bidBook.disqualify(mandateId, 0, 0, new IStewardCouncil.Approval[](0));
    }

    function test_oneStewardAloneDisqualifiesNobody() public {
        uint256 mandateId = inReview(list(PRICE));
        IStewardCouncil.Approval[] memory signed = new IStewardCouncil.Approval[](1);
        signed[0] = approvals(disqualification(mandateId, 0, PRICE))[0];
        vm.expectRevert(abi.encodeWithSelector(IStewardCouncil.TooFewApprovals.selector, 1, 2));
        bidBook.disqualify(mandateId, 0, REASON, signed);
    }

    function test_aStewardWhoIsPaidDoesNotDecide() public {
        uint256 mandateId = openWorkstream();
        IBidBook.BidTerms memory paid = termsOf(0, PRICE);
        paid.payee = steward(1);
        seat(steward(1), false);
        commitTerms(mandateId, bidder(0), paid);
        toReveal(mandateId);
        bidBook.reveal(mandateId, 0, paid, milestones(PRICE));
        toReview(mandateId);
        seat(steward(1), true);

        IStewardCouncil.Approval[] memory signed = approvals(disqualification(mandateId, 0, PRICE));
        vm.expectRevert(abi.encodeWithSelector(IBidBook.StewardHasInterest.selector, steward(1)));
        bidBook.disqualify(mandateId, 0, REASON, signed);
    }

    function test_aStewardWhoBidsDecidesNeitherAboutThatBidNorAboutItsRivals() public {
        uint256 mandateId = openWorkstream();
        IBidBook.BidTerms memory own = termsOf(0, PRICE);
        own.bidder = steward(0);
        commit(mandateId, 0, PRICE);
        commitTerms(mandateId, steward(0), own);
        toReveal(mandateId);
        bidBook.reveal(mandateId, 0, termsOf(0, PRICE), milestones(PRICE));
        bidBook.reveal(mandateId, 1, own, milestones(PRICE));
        toReview(mandateId);

        for (uint256 bid = 0; bid < 2; ++bid) {
            IStewardCouncil.Approval[] memory signed = approvals(disqualification(mandateId, bid, PRICE));
            vm.expectRevert(abi.encodeWithSelector(IBidBook.StewardHasInterest.selector, steward(0)));
            bidBook.disqualify(mandateId, bid, REASON, signed);
        }
    }

    function test_aStewardWhoIsPaidByARivalDoesNotDecideEither() public {
        uint256 mandateId = openWorkstream();
        IBidBook.BidTerms memory paid = termsOf(1, PRICE);
        paid.payee = steward(1);
        seat(steward(1), false);
        commit(mandateId, 0, PRICE);
        commitTerms(mandateId, bidder(1), paid);
        toReveal(mandateId);
        reveal(mandateId, 0, PRICE);
        bidBook.reveal(mandateId, 1, paid, milestones(PRICE));
        toReview(mandateId);
        seat(steward(1), true);
        IStewardCouncil.Approval[] memory signed = approvals(disqualification(mandateId, 0, PRICE));
        vm.expectRevert(abi.encodeWithSelector(IBidBook.StewardHasInterest.selector, steward(1)));
        bidBook.disqualify(mandateId, 0, REASON, signed);
    }

    function test_nobodyNamesAStewardAsPayeeButTheStewardWhoBids() public {
        IBidBook.BidTerms memory terms = termsOf(0, PRICE);
        terms.payee = steward(1);
        refusesTerms(terms, milestones(PRICE), badTerms("payee"));
        uint256 mandateId = openWorkstream();
        (terms.bidder, terms.payee) = (steward(0), steward(0));
        commitTerms(mandateId, steward(0), terms);
        toReveal(mandateId);
        bidBook.reveal(mandateId, 0, terms, milestones(PRICE));
    }

    function test_aVoteDisqualifiesUntilTheBallotOpens() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, PRICE);
        commit(mandateId, 1, PRICE);
        toReveal(mandateId);
        reveal(mandateId, 0, PRICE);
        reveal(mandateId, 1, PRICE);
        IStewardCouncil.Approval[] memory none = new IStewardCouncil.Approval[](0);
        (,, uint64 revealEnds, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.NotInReviewWindow.selector, revealEnds, reviewEnds));
        vm.prank(timelock);
        bidBook.disqualify(mandateId, 0, REASON, none);

        vm.warp(reviewEnds + 1 days);
        vm.expectEmit(address(bidBook));
        emit IBidBook.BidDisqualified(mandateId, 0, REASON);
        vm.prank(timelock);
        bidBook.disqualify(mandateId, 0, REASON, none);
        election.open(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.BallotAlreadyOpen.selector, mandateId));
        vm.prank(timelock);
        bidBook.disqualify(mandateId, 1, REASON, none);
    }

    function test_aVoteBringsADisqualifiedBidBack() public {
        uint256 mandateId = inReview(list(PRICE, PRICE));
        bidBook.disqualify(mandateId, 0, REASON, approvals(disqualification(mandateId, 0, PRICE)));
        vm.expectEmit(address(bidBook));
        emit IBidBook.BidReadmitted(mandateId, 0);
        vm.prank(timelock);
        bidBook.readmit(mandateId, 0);
        vm.assertEq(bidBook.revealedBids(mandateId).length, 2);
    }

    function test_whatAVoteBroughtBackOnlyAVoteDisqualifies() public {
        uint256 mandateId = inReview(list(PRICE, PRICE));
        IStewardCouncil.Approval[] memory signed = approvals(disqualification(mandateId, 0, PRICE));
        bidBook.disqualify(mandateId, 0, REASON, signed);
        vm.prank(timelock);
        bidBook.readmit(mandateId, 0);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.ReadmittedByVote.selector, mandateId, 0));
        bidBook.disqualify(mandateId, 0, REASON, signed);
        vm.prank(timelock);
        bidBook.disqualify(mandateId, 0, REASON, new IStewardCouncil.Approval[](0));
    }

    function test_onlyAVoteReadmitsOnlyADisqualifiedBidAndOnlyUntilTheBallotOpens() public {
        uint256 mandateId = inReview(list(PRICE, PRICE));
        vm.expectRevert(abi.encodeWithSelector(IBidBook.WrongBidStatus.selector, IBidBook.BidStatus.REVEALED));
        vm.prank(timelock);
        bidBook.readmit(mandateId, 0);
        bidBook.disqualify(mandateId, 0, REASON, approvals(disqualification(mandateId, 0, PRICE)));
        vm.expectRevert(abi.encodeWithSelector(IBidBook.OnlyTimelock.selector, bidder(0)));
        vm.prank(bidder(0));
        bidBook.readmit(mandateId, 0);

        (,,, uint64 reviewEnds) = bidBook.windows(mandateId);
        vm.warp(reviewEnds);
        election.open(mandateId);
        vm.expectRevert(abi.encodeWithSelector(IBidBook.BallotAlreadyOpen.selector, mandateId));
        vm.prank(timelock);
        bidBook.readmit(mandateId, 0);
    }

    function test_aDisqualificationOutsideTheReviewIsRefused() public {
        uint256 mandateId = openWorkstream();
        commit(mandateId, 0, PRICE);
        toReveal(mandateId);
        reveal(mandateId, 0, PRICE);
        (,, uint64 revealEnds, uint64 reviewEnds) = bidBook.windows(mandateId);
        bytes memory refusal = abi.encodeWithSelector(IBidBook.NotInReviewWindow.selector, revealEnds, reviewEnds);
        IStewardCouncil.Approval[] memory none = new IStewardCouncil.Approval[](0);
        vm.expectRevert(refusal);
        bidBook.disqualify(mandateId, 0, REASON, none);
        vm.warp(reviewEnds);
        vm.expectRevert(refusal);
        bidBook.disqualify(mandateId, 0, REASON, none);
    }

    function test_anUnknownBidIsRefused() public {
        uint256 mandateId = openWorkstream();
        vm.expectRevert(abi.encodeWithSelector(IBidBook.UnknownBid.selector, mandateId, 0));
        bidBook.bid(mandateId, 0);
    }

    function testFuzz_aCommitmentOpensToItsOwnTermsOnly(IBidBook.BidTerms memory terms, bytes32 salt) public view {
        vm.assume(salt != terms.salt);
        bytes32 commitment = bidBook.commitmentOf(terms);
        terms.salt = salt;
        vm.assertFalse(commitment == bidBook.commitmentOf(terms));
    }

    function signedBid(uint256 mandateId, uint256 i) private view returns (bytes32 commitment, bytes memory signed) {
        commitment = bidBook.commitmentOf(termsOf(i, PRICE));
        signed = signature(FIRST_BIDDER_KEY + i, bidBook.bidDigest(mandateId, bidder(i), commitment));
    }

    function permitFor(uint256 key, uint256 value) private view returns (IBidBook.BondPermit memory) {
        uint256 deadline = block.timestamp + 1 hours;
        bytes32 typehash =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 inner = keccak256(abi.encode(typehash, vm.addr(key), address(bidBook), value, 0, deadline));
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(key, keccak256(abi.encodePacked(hex"1901", gov.DOMAIN_SEPARATOR(), inner)));
        return IBidBook.BondPermit(value, deadline, v, r, s);
    }

    function commitTerms(uint256 mandateId, address by, IBidBook.BidTerms memory terms) private {
        if (gov.balanceOf(by) < BOND) {
            vm.prank(holder(5));
            gov.transfer(by, BOND);
        }
        vm.prank(by);
        gov.approve(address(bidBook), BOND);
        bytes32 commitment = bidBook.commitmentOf(terms);
        vm.prank(by);
        bidBook.commit(mandateId, commitment);
    }

    function refusesTerms(IBidBook.BidTerms memory terms, IBidBook.Milestone[] memory planned, bytes memory refusal)
        private
    {
        uint256 mandateId = openWorkstream();
        commitTerms(mandateId, bidder(0), terms);
        toReveal(mandateId);
        vm.expectRevert(refusal);
        bidBook.reveal(mandateId, 0, terms, planned);
    }

    function refusesMilestones(IBidBook.Milestone[] memory planned, string memory what) private {
        uint256 now_ = vm.snapshotState();
        IBidBook.BidTerms memory terms = termsOf(0, PRICE);
        terms.milestonesHash = keccak256(abi.encode(planned));
        refusesTerms(terms, planned, abi.encodeWithSelector(IBidBook.BadMilestones.selector, what));
        vm.revertToState(now_);
    }

    function badTerms(string memory term) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IBidBook.BadBidTerms.selector, term);
    }

    function inReview(uint256[] memory prices) private returns (uint256 mandateId) {
        mandateId = openWorkstream();
        for (uint256 i = 0; i < prices.length; ++i) {
            commit(mandateId, i, prices[i]);
        }
        toReveal(mandateId);
        for (uint256 i = 0; i < prices.length; ++i) {
            reveal(mandateId, i, prices[i]);
        }
        toReview(mandateId);
    }

    function toReveal(uint256 mandateId) private returns (uint64 biddingEnds) {
        (, biddingEnds,,) = bidBook.windows(mandateId);
        vm.warp(biddingEnds);
    }

    function toReview(uint256 mandateId) private {
        (,, uint64 revealEnds,) = bidBook.windows(mandateId);
        vm.warp(revealEnds);
    }

    function disqualification(uint256 mandateId, uint256 i, uint256 price)
        private
        view
        returns (IStewardCouncil.Decision memory what)
    {
        what = decision("disqualify bid", address(bidBook), mandateId, i, 0);
        what.contentHash = bidBook.commitmentOf(termsOf(i, price));
    }

    function assertStatus(IBidBook.BidStatus actual, IBidBook.BidStatus expected) private pure {
        vm.assertEq(uint256(actual), uint256(expected));
    }
}
