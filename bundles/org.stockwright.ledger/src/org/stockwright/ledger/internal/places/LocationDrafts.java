package org.stockwright.ledger.internal.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/** Checks drafts of locations against each other and against the tree that they join. */
final class LocationDrafts {

    private static final int MAX_CODE = 64;
    private static final int MAX_NAME = 200;
    /** A path of identities has to fit its column. */
    private static final int MAX_DEPTH = 40;

    private final LocationTree tree;
    private final Map<String, Locations.Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    LocationDrafts(LocationTree tree, List<Locations.Draft> list) {
        this.tree = tree;
        int line = 0;
        for (Locations.Draft draft : list) {
            line++;
            if (lines.putIfAbsent(draft.code(), line) != null) {
                refuse(line, draft, "it is in the list twice");
            } else {
                drafts.put(draft.code(), draft);
            }
        }
    }

    /** What is wrong with them; empty when nothing is. */
    List<Refusal> check(Set<PartnerId> partners, Set<LocationId> inUse) {
        for (Locations.Draft draft : drafts.values()) {
            int line = lines.get(draft.code());
            checkTexts(line, draft);
            checkParent(line, draft);
            if (!partners.contains(draft.partner())) {
                refuse(line, draft, "there is no such partner");
            }
            tree.byCode(draft.code()).filter(old -> old.kind() != draft.kind() && inUse.contains(old.id()))
                .ifPresent(old -> add(line, Refusal.of(LedgerRefusal.LOCATION_IN_USE, old.code())
                    .hint("Make another location of the kind " + draft.kind().word() + ".")));
        }
        return List.copyOf(refusals);
    }

    /** The locations that change their kind. */
    Set<LocationId> changingKind() {
        Set<LocationId> result = new HashSet<>();
        for (Locations.Draft draft : drafts.values()) {
            tree.byCode(draft.code()).filter(old -> old.kind() != draft.kind()).map(Location::id)
                .ifPresent(result::add);
        }
        return result;
    }

    private void checkTexts(int line, Locations.Draft draft) {
        String code = draft.code();
        if (code.isEmpty() || code.length() > MAX_CODE || !code.equals(code.strip()) || hasControls(code)) {
            refuse(line, draft, "a code has 1 to " + MAX_CODE + " characters and no blanks around it");
        }
        if (draft.name().length() > MAX_NAME || hasControls(draft.name())) {
            refuse(line, draft, "a name has at most " + MAX_NAME + " characters");
        }
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl) || !StoredText.isSound(text);
    }

    private void checkParent(int line, Locations.Draft draft) {
        if (draft.parent().isEmpty()) {
            return;
        }
        if (!drafts.containsKey(draft.parent()) && tree.byCode(draft.parent()).isEmpty()) {
            add(line, Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, draft.parent())
                .hint("Add it to the list, anywhere, or leave the parent empty."));
            return;
        }
        Optional<String> at = Optional.of(draft.parent());
        int depth = 1;
        while (at.isPresent()) {
            if (at.get().equals(draft.code())) {
                add(line, Refusal.of(LedgerRefusal.LOCATION_CYCLE, draft.code()));
                return;
            }
            depth++;
            if (depth > MAX_DEPTH) {
                // also ends the walk when places above go round in a circle, which is told at their own lines
                refuse(line, draft, "it would be more than " + MAX_DEPTH + " levels deep");
                return;
            }
            at = parentOf(at.get());
        }
    }

    private Optional<String> parentOf(String code) {
        if (drafts.containsKey(code)) {
            return Optional.of(drafts.get(code).parent()).filter(parent -> !parent.isEmpty());
        }
        return tree.byCode(code).flatMap(Location::parent).flatMap(tree::get).map(Location::code);
    }

    private void refuse(int line, Locations.Draft draft, String why) {
        add(line, Refusal.of(LedgerRefusal.BAD_LOCATION, draft.code(), why));
    }

    private void add(int line, Refusal refusal) {
        refusals.add(refusal.at(Refusal.Place.line(line)));
    }

}
