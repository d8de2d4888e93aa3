package network.spheron.dao.governance.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import network.spheron.dao.governance.sip.BrowseSips;
import network.spheron.dao.governance.sip.BudgetLine;
import network.spheron.dao.governance.sip.SipRequest;
import network.spheron.dao.governance.sip.TreasuryRules;
import network.spheron.dao.governance.sip.WriteSip;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.identity.Roles;
import network.spheron.dao.web.Form;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.Refusal;

/** The form in which a SIP is written and revised. */
@Path("/sips")
@Blocking
@RolesAllowed(Roles.HOLDER)
@Produces(MediaType.TEXT_HTML)
public class SipFormPages {
    private static final Map<String, String> AWARD_RULES = awardRules();
    private static final Map<String, String> ORDERS = orders();

    private final WriteSip write;
    private final BrowseSips browse;
    private final SipForms forms;
    private final TreasuryRules treasury;
    private final Caller caller;

    SipFormPages(WriteSip write, BrowseSips browse, SipForms forms, TreasuryRules treasury, Caller caller) {
        this.write = write;
        this.browse = browse;
        this.forms = forms;
        this.treasury = treasury;
        this.caller = caller;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance write(
                String heading,
                String action,
                Form form,
                Map<String, String> lines,
                Map<String, String> rules,
                Map<String, String> orders,
                Map<String, String> wallets);
    }

    @GET
    @Path("new")
    public TemplateInstance blank() {
        return page("Write a proposal", "/sips", forms.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response draft(MultivaluedMap<String, String> fields) {
        return take("Write a proposal", "/sips", fields, write::draft);
    }

    @GET
    @Path("{id}/edit")
    public TemplateInstance edit(@PathParam("id") long id) {
        return page("Revise SIP " + id, "/sips/" + id + "/edit", forms.of(browse.view(id)));
    }

    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revise(@PathParam("id") long id, MultivaluedMap<String, String> fields) {
        return take("Revise SIP " + id, "/sips/" + id + "/edit", fields, request -> {
            write.revise(id, request);
            return id;
        });
    }

    private Response take(
            String heading, String action, MultivaluedMap<String, String> fields, ToLongFunction<SipRequest> use) {
        Map<String, String> entered = new LinkedHashMap<>();
        fields.forEach((name, values) -> entered.put(name, values.get(0)));
        try {
            return Response.seeOther(URI.create("/sips/" + use.applyAsLong(forms.request(entered))))
                    .build();
        } catch (InvalidField wrong) {
            return again(heading, action, Form.of(entered).with(wrong), wrong);
        } catch (Refusal refusal) {
            Object term = refusal.fields().get("term");
            if (term == null) {
                throw refusal;
            }
            return again(heading, action, Form.of(entered).with(term.toString(), refusal.detail()), refusal);
        }
    }

    private Response again(String heading, String action, Form form, Refusal refusal) {
        return Response.status(refusal.status())
                .entity(page(heading, action, form))
                .build();
    }

    private TemplateInstance page(String heading, String action, Form form) {
        Map<String, String> lines = new LinkedHashMap<>();
        treasury.lines().stream()
                .filter(BudgetLine::inPaymentToken)
                .forEach(line -> lines.put(line.name(), line.name()));
        Map<String, String> wallets = new LinkedHashMap<>();
        caller.wallets().stream().sorted().forEach(wallet -> wallets.put(wallet, wallet));
        return Templates.write(heading, action, form, lines, AWARD_RULES, ORDERS, wallets);
    }

    private static Map<String, String> orders() {
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("false", "In any order");
        orders.put("true", "One after the other");
        return orders;
    }

    private static Map<String, String> awardRules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("FILL_BUDGET", "Every approved bid that fits, best first");
        rules.put("SINGLE_WINNER", "One: the best approved bid that fits");
        return rules;
    }
}
