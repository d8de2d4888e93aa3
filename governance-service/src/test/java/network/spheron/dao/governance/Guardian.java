package network.spheron.dao.governance;

import java.time.Duration;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.Roadmap;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.platform.TestDao;

/** The guardian of the tests: in phase 2, so that it has to be appointed again before it can act. */
final class Guardian {
    private static final Duration TERM = Duration.ofDays(300);

    private final Member member = new Member("guardian", TestDao.guardian());

    /** As a passed vote would. */
    static Guardian appointed() {
        Guardian guardian = new Guardian();
        long until = TestChain.shared().now() + TERM.toSeconds();
        asTimelock(ContractName.ROADMAP, Roadmap.appointGuardian(guardian.address(), until));
        return guardian;
    }

    String address() {
        return member.address();
    }

    String vetoes(SipStory sip, String reason) {
        return member.sends(ContractName.DAO_GOVERNOR, DaoGovernor.veto(sip.proposalId(), reason));
    }

    private static void asTimelock(ContractName contract, FunctionCall<?> call) {
        TestChain chain = TestChain.shared();
        String timelock = TestDao.addresses().address(ContractName.DAO_TIMELOCK);
        chain.rpc("anvil_setBalance", timelock, "0xde0b6b3a7640000");
        chain.rpc("anvil_impersonateAccount", timelock);
        chain.send(timelock, TestDao.addresses().address(contract), call.data());
        chain.rpc("anvil_stopImpersonatingAccount", timelock);
        chain.mine(3);
    }
}
