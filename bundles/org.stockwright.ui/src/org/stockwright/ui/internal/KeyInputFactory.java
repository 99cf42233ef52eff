package org.stockwright.ui.internal;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.stockwright.ui.KeyInput;

/** Makes the editor inputs of the last session again. */
@SuppressWarnings("nls")
public final class KeyInputFactory implements IElementFactory {

    @Override
    public IAdaptable createElement(IMemento memento) {
        String kind = memento.getString("kind");
        String key = memento.getString("key");
        String name = memento.getString("name");
        return kind == null || key == null || name == null ? null : new KeyInput(kind, key, name);
    }

}
