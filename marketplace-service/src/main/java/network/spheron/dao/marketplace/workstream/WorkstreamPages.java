package network.spheron.dao.marketplace.workstream;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import network.spheron.dao.web.Action;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Pages of workstreams. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
class WorkstreamPages {
    private final ReadWorkstreams readWorkstreams;

    WorkstreamPages(ReadWorkstreams readWorkstreams) {
        this.readWorkstreams = readWorkstreams;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(List<WorkstreamLine> workstreams, List<StatusTab> tabs, String chosen);

        static native TemplateInstance detail(WorkstreamView workstream, WorkstreamWords words, Action bid);
    }

    /** A link that lists the workstreams of one status; the empty slug lists all. */
    record StatusTab(String slug, String words) {}

    @GET
    @Path("/workstreams")
    public TemplateInstance list(@RestQuery @Nullable String status) {
        String chosen = status == null ? "" : status;
        List<StatusTab> tabs = Arrays.stream(WorkstreamStatus.values())
                .filter(each -> each != WorkstreamStatus.GRANTED)
                .map(each -> new StatusTab(each.slug(), each.shortWords()))
                .toList();
        return Templates.list(readWorkstreams.list(chosen.isEmpty() ? null : chosen), tabs, chosen);
    }

    @GET
    @Path("/workstreams/{mandateId}")
    public TemplateInstance detail(BigInteger mandateId) {
        WorkstreamView workstream = readWorkstreams.one(mandateId);
        return Templates.detail(
                workstream, WorkstreamWords.of(workstream), workstream.actions().get(0));
    }
}
