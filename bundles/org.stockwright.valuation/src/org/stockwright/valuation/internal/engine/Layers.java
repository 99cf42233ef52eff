package org.stockwright.valuation.internal.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;

/** The layers of a pool, oldest first. Taking from either end costs the same whether there is one or there are thousands. */
final class Layers extends AbstractList<Layer> {

    private static final int LEAST = 8;

    private Layer[] array;
    private int from;
    private int size;

    Layers() {
        this.array = new Layer[LEAST];
    }

    private Layers(Layer[] array, int size) {
        this.array = array;
        this.size = size;
    }

    /** One that can be changed apart from this one. */
    Layers copy() {
        return new Layers(Arrays.copyOfRange(array, from, from + size + LEAST), size);
    }

    /** At its place in time; what comes from the same receipt by the same movement is one layer. */
    void insert(Layer layer) {
        int at = size > 0 && get(size - 1).compareTo(layer) >= 0 ? -Collections.binarySearch(this, layer) - 1 : size;
        if (at < 0) {
            Layer same = get(-at - 1);
            set(-at - 1, same.with(same.quantity().add(layer.quantity()), same.value().plus(layer.value())));
            return;
        }
        if (from + size == array.length) {
            Layer[] larger = from > size ? array : new Layer[Math.max(LEAST, size * 2)];
            System.arraycopy(array, from, larger, 0, size);
            if (larger == array) {
                Arrays.fill(array, size, from + size, null);
            }
            array = larger;
            from = 0;
        }
        System.arraycopy(array, from + at, array, from + at + 1, size - at);
        array[from + at] = layer;
        size++;
    }

    @Override
    public Layer set(int index, Layer layer) {
        Layer before = get(index);
        array[from + index] = layer;
        return before;
    }

    @Override
    public Layer remove(int index) {
        Layer removed = get(index);
        if (index == 0) {
            array[from] = null;
            from++;
            size--;
        } else {
            System.arraycopy(array, from + index + 1, array, from + index, size - index - 1);
            size--;
            array[from + size] = null;
        }
        return removed;
    }

    @Override
    public Layer get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return array[from + index];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void clear() {
        array = new Layer[LEAST];
        from = 0;
        size = 0;
    }

}
