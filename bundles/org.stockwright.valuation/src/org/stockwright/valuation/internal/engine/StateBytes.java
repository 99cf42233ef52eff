package org.stockwright.valuation.internal.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

import org.stockwright.ledger.MovementKind;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;

/** The state of an item as bytes: the same bytes for the same state. */
public final class StateBytes {

    private static final int VERSION = 3;
    private static final int NONE = -1;
    private static final CostMethod[] METHODS = CostMethod.values();
    private static final PoolKind[] POOLS = PoolKind.values();
    private static final MovementKind[] KINDS = MovementKind.values();
    private static final AccountSide[] SIDES = AccountSide.values();

    private StateBytes() {
    }

    /** The state as bytes. */
    public static byte[] of(ItemState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(state.method.ordinal());
            out.writeBoolean(state.standard != null);
            if (state.standard != null) {
                cost(out, state.standard);
            }
            out.writeUTF(state.category);
            out.writeBoolean(state.last != null);
            if (state.last != null) {
                cost(out, state.last.value());
                number(out, state.last.quantity());
            }
            out.writeInt(state.poolKeys().size());
            for (Map.Entry<PoolKey, Pool> pool : state.pools.entrySet()) {
                if (!pool.getValue().isEmpty()) {
                    pool(out, pool.getKey(), pool.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void pool(DataOutputStream out, PoolKey key, Pool pool) throws IOException {
        key(out, key);
        number(out, pool.quantity);
        cost(out, pool.value);
        out.writeInt(pool.layers.size());
        for (Layer layer : pool.layers) {
            out.writeLong(layer.effective());
            out.writeLong(layer.origin());
            out.writeLong(layer.arrived());
            out.writeLong(layer.arrival());
            out.writeLong(layer.lot());
            out.writeUTF(layer.reference());
            number(out, layer.quantity());
            cost(out, layer.value());
        }
        out.writeInt(pool.deficits.size());
        for (Deficit deficit : pool.deficits) {
            out.writeLong(deficit.movement());
            number(out, deficit.quantity());
            cost(out, deficit.value());
            side(out, deficit.to());
        }
    }

    private static void key(DataOutputStream out, PoolKey key) throws IOException {
        out.writeByte(key.kind().ordinal());
        out.writeLong(key.place());
        out.writeLong(key.lot());
    }

    private static void side(DataOutputStream out, Side side) throws IOException {
        out.writeByte(side.account().ordinal());
        out.writeByte(side.kind() == null ? NONE : side.kind().ordinal());
        out.writeUTF(side.category());
        out.writeUTF(side.order());
    }

    private static void cost(DataOutputStream out, Cost cost) throws IOException {
        number(out, cost.material());
        number(out, cost.freight());
        number(out, cost.labour());
        number(out, cost.overhead());
    }

    /** Without trailing zeros, so that equal numbers are equal bytes. */
    private static void number(DataOutputStream out, BigDecimal number) throws IOException {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        byte[] digits = plain.unscaledValue().toByteArray();
        out.writeByte(plain.scale());
        out.writeByte(digits.length);
        out.write(digits);
    }

    /** The state that these bytes stand for. */
    public static ItemState read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("A cost checkpoint of version " + version + " cannot be read");
            }
            CostMethod method = METHODS[in.readByte()];
            Cost standard = in.readBoolean() ? cost(in) : null;
            ItemState state = new ItemState(method, standard, in.readUTF());
            state.last = in.readBoolean() ? new UnitCost(cost(in), number(in)) : null;
            int pools = in.readInt();
            for (int i = 0; i < pools; i++) {
                PoolKey key = new PoolKey(POOLS[in.readByte()], in.readLong(), in.readLong());
                state.pools.put(key, pool(in));
            }
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pool pool(DataInputStream in) throws IOException {
        Pool pool = new Pool();
        pool.quantity = number(in);
        pool.value = cost(in);
        int layers = in.readInt();
        for (int i = 0; i < layers; i++) {
            pool.layers.insert(new Layer(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(),
                in.readUTF(),
                number(in), cost(in)));
        }
        int deficits = in.readInt();
        for (int i = 0; i < deficits; i++) {
            pool.deficits.add(new Deficit(in.readLong(), number(in), cost(in), side(in)));
        }
        return pool;
    }

    private static Side side(DataInputStream in) throws IOException {
        AccountSide account = SIDES[in.readByte()];
        int kind = in.readByte();
        return new Side(account, null, kind == NONE ? null : KINDS[kind], in.readUTF(), in.readUTF());
    }

    private static Cost cost(DataInputStream in) throws IOException {
        return new Cost(number(in), number(in), number(in), number(in));
    }

    private static BigDecimal number(DataInputStream in) throws IOException {
        int scale = in.readByte();
        byte[] digits = new byte[in.readByte()];
        in.readFully(digits);
        return new BigDecimal(new BigInteger(digits), scale);
    }

}
