package network.spheron.dao.local.wrongclock;

import java.lang.instrument.ClassFileTransformer;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Rewrites the calls by which classes ask for the time, so that they ask {@link ShiftedTime}. */
final class ClockCalls implements ClassFileTransformer {
    private static final String CLOCK = "java/time/Clock";
    private static final String SHIFTED = "network/spheron/dao/local/wrongclock/ShiftedTime";
    private static final String MILLIS = "currentTimeMillis";

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (name == null || name.equals(SHIFTED) || !(name.equals(CLOCK) || asksForTime(bytes))) {
            return null;
        }
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Calls(writer, name.equals(CLOCK)), 0);
        return writer.toByteArray();
    }

    /** Class files hold the names of what they call as text. */
    private static boolean asksForTime(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(MILLIS);
    }

    private static final class Calls extends ClassVisitor {
        private final boolean clock;

        Calls(ClassVisitor next, boolean clock) {
            super(Opcodes.ASM9, next);
            this.clock = clock;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
                    super.visitMethodInsn(
                            opcode, isClock(owner, called) ? SHIFTED : owner, called, calledDescriptor, isInterface);
                }
            };
        }

        /** Clock itself takes the milliseconds only as a start from which it counts nanoseconds of the true time. */
        private boolean isClock(String owner, String called) {
            return clock
                    ? owner.equals("java/time/Instant") && called.equals("ofEpochSecond")
                    : owner.equals("java/lang/System") && called.equals(MILLIS);
        }
    }
}
