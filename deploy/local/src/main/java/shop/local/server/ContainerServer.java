package shop.local.server;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/// A server as a container. Its name says which folder it belongs to; stopped, it keeps its data until it is removed.
record ContainerServer(Path folder, Server server, Addresses addresses, boolean durable) implements ManagedServer {

    @Override
    public void start() {
        if (container().isEmpty()) {
            Containers.of(server, addresses, durable)
                    .withCreateContainerCmdModifier(it -> it.withName(name()))
                    .withReuse(true) // Where this is enabled, it is left running when this JVM ends.
                    .start();
        } else if (!isRunning()) {
            docker().startContainerCmd(name()).exec();
        }
        Readiness.await(server.id(), this::isReady, this::isRunning, () -> "To see why: docker logs " + name());
    }

    @Override
    public void stop() {
        if (isRunning()) {
            docker().stopContainerCmd(name()).exec();
        }
    }

    @Override
    public void kill() {
        if (isRunning()) {
            docker().killContainerCmd(name()).exec();
        }
    }

    @Override
    public void pause() {
        docker().pauseContainerCmd(name()).exec();
    }

    @Override
    public void resume() {
        docker().unpauseContainerCmd(name()).exec();
    }

    @Override
    public boolean isRunning() {
        return container()
                .map(it -> Boolean.TRUE.equals(it.getState().getRunning()))
                .orElse(false);
    }

    @Override
    public boolean isReady() {
        return ServerHealth.of(server, addresses);
    }

    @Override
    public void wipe() {
        if (container().isPresent()) {
            docker().removeContainerCmd(name())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        }
    }

    private Optional<InspectContainerResponse> container() {
        try {
            return Optional.of(docker().inspectContainerCmd(name()).exec());
        } catch (NotFoundException _) {
            return Optional.empty();
        }
    }

    private String name() {
        return "shop-" + server.id() + "-" + Integer.toHexString(folder.hashCode());
    }

    private static DockerClient docker() {
        return DockerClientFactory.lazyClient();
    }
}
