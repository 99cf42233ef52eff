package org.stockwright.documents.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.documents.KindView;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityPermission;

/** The kinds of the installed areas, and what whoever acts may see of them. */
@Component(service = Kinds.class)
public final class Kinds {

    private final List<DocumentKind> kinds;
    private final Access access;

    @Activate
    public Kinds(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<DocumentKind> kinds,
        @Reference Access access) {
        this.kinds = List.copyOf(kinds);
        this.access = access;
    }

    Optional<DocumentKind> find(String id) {
        return kinds.stream().filter(kind -> kind.view().id().equals(id)).findFirst();
    }

    /** Whether a state of a kind leaves work to be done; one that the kind does not know does. */
    boolean isOpen(String kind, String state) {
        return find(kind).stream().flatMap(one -> one.view().states().stream())
            .filter(one -> one.id().equals(state)).map(KindView.State::isOpen).findFirst().orElse(true);
    }

    /** The kinds that may be seen, by title. */
    List<KindView> visible() {
        List<KindView> result = new ArrayList<>();
        kinds.stream().filter(kind -> access.may(kind.viewPermission())).map(DocumentKind::view).forEach(result::add);
        result.sort(Comparator.comparing(KindView::title));
        return result;
    }

    /** The ids of the kinds that may be seen. */
    Set<String> visibleIds() {
        Set<String> ids = new TreeSet<>();
        visible().forEach(kind -> ids.add(kind.id()));
        return ids;
    }

    /** Whether whoever acts may read the prices of a kind. */
    boolean showsPrices(String kind) {
        return access.may(SecurityPermission.COSTS)
            || find(kind).map(one -> !one.isPricedAtCost()).orElse(false);
    }

    boolean may(String permission) {
        return access.may(permission);
    }

}
