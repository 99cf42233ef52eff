package org.stockwright.company.ui.internal;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.company.SavedTexts;
import org.stockwright.company.SavedTexts.Saved;
import org.stockwright.ui.grid.SavedViews;

/** Keeps the arrangement of grids in the open book. */
@Component
public final class SavedGridViews implements SavedViews {

    private static final String KIND = "view."; //$NON-NLS-1$
    /** The name of how a grid was left; no user would give it. */
    private static final String LEFT = "*"; //$NON-NLS-1$

    private final SavedTexts texts;

    @Activate
    public SavedGridViews(@Reference SavedTexts texts) {
        this.texts = texts;
    }

    private static String stored(String name) {
        return name.equals(LAST) ? LEFT : name;
    }

    @Override
    public List<String> names(String grid) {
        return texts.list(KIND + grid).stream().map(Saved::name).filter(name -> !name.equals(LEFT)).distinct().toList();
    }

    @Override
    public Optional<String> load(String grid, String name) {
        return texts.find(KIND + grid, stored(name)).map(Saved::content);
    }

    @Override
    public Outcome<String> save(String grid, String name, String content) {
        texts.save(KIND + grid, new Saved(stored(name), false, content));
        return Outcome.done(name);
    }

    @Override
    public Outcome<String> delete(String grid, String name) {
        texts.delete(KIND + grid, stored(name), false);
        return Outcome.done(name);
    }

}
