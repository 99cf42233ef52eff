package org.stockwright.documents.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.KindView;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityPermission;

/** The kinds of the installed areas, and what whoever acts may see of them. */
@Component(service = Kinds.class)
public final class Kinds {

    private final List<DocumentKind> contributed;
    private final Contributions contributions;
    private volatile List<DocumentKind> kinds;
    private final Access access;
    private final UnitOfWork work;

    @Activate
    public Kinds(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<DocumentKind> kinds,
        @Reference Access access, @Reference UnitOfWork work, @Reference Contributions contributions) {
        this.contributed = List.copyOf(kinds);
        this.contributions = contributions;
        this.access = access;
        this.work = work;
    }

    /** The kind with an id, also when its module is missing. */
    Optional<DocumentKind> find(String id) {
        return all().stream().filter(kind -> kind.view().id().equals(id)).findFirst();
    }

    /** The installed ones, and those of missing modules as the book remembers them. */
    private List<DocumentKind> all() {
        List<DocumentKind> all = new ArrayList<>(installed());
        work.modules().stream().filter(InstalledModule::isMissing)
            .forEach(module -> module.kinds().forEach(kind -> all.add(new RememberedKind(kind))));
        return all;
    }

    /** Whether there are kinds of missing modules. */
    private boolean isAnyReadOnly() {
        return work.modules().stream().anyMatch(module -> module.isMissing() && !module.kinds().isEmpty());
    }

    /** Why documents of a kind can only be read: the module that changes them is missing. */
    Optional<Refusal> readOnly(String kind) {
        return work.modules().stream().filter(InstalledModule::isMissing)
            .filter(module -> module.kinds().stream().anyMatch(one -> one.id().equals(kind))).findFirst()
            .map(InstalledModule::refusal);
    }

    /**
     * Undoes the work of an area that would change documents whose own module is missing.
     *
     * @param sql selects the kind of the document that an id stands for
     */
    void refuseReadOnly(Transaction transaction, String sql, List<Long> ids) throws SQLException {
        if (!isAnyReadOnly()) {
            return;
        }
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            for (long id : ids) {
                select.setLong(1, id);
                try (ResultSet row = select.executeQuery()) {
                    Optional<Refusal> refusal = row.next() ? readOnly(row.getString(1)) : Optional.empty();
                    if (refusal.isPresent()) {
                        throw new StoreException(refusal.get().sentence() + ". " + refusal.get().hint(), null);
                    }
                }
            }
        }
    }

    /** Asked when first needed; one that fails is left out. */
    private List<DocumentKind> installed() {
        List<DocumentKind> known = kinds;
        if (known == null) {
            known = contributed.stream().map(kind -> contributions.ask(kind, KnownKind::of)).filter(Outcome::isDone)
                .map(kind -> (DocumentKind) kind.value()).toList();
            kinds = known;
        }
        return known;
    }

    /** What an installed kind said of itself, asked once. */
    private record KnownKind(KindView view, String series, String viewPermission, boolean isPricedAtCost)
        implements DocumentKind {

        private static KnownKind of(DocumentKind kind) {
            return new KnownKind(Objects.requireNonNull(kind.view()), kind.series(), kind.viewPermission(),
                kind.isPricedAtCost());
        }

    }

    /** A kind whose module is missing; nobody knows its states any more. */
    private record RememberedKind(InstalledModule.OwnedKind kind) implements DocumentKind {

        @Override
        public KindView view() {
            return new KindView(kind.id(), kind.title(), List.of());
        }

        @Override
        public String series() {
            return "";
        }

        @Override
        public String viewPermission() {
            return kind.permission();
        }

        @Override
        public boolean isPricedAtCost() {
            return kind.isPricedAtCost();
        }

    }

    /** Whether a state of a kind leaves work to be done; one that the kind does not know does. */
    boolean isOpen(String kind, String state) {
        return find(kind).stream().flatMap(one -> one.view().states().stream())
            .filter(one -> one.id().equals(state)).map(KindView.State::isOpen).findFirst().orElse(true);
    }

    /** The kinds that may be seen, by title. */
    List<KindView> visible() {
        List<KindView> result = new ArrayList<>();
        all().stream().filter(kind -> access.may(kind.viewPermission())).map(DocumentKind::view).forEach(result::add);
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
