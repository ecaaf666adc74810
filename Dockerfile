# The service in an image that needs no network to run: see docs/deployment.md.
FROM python:3.11-slim-bookworm AS build
# Where torch comes from decides whether it is a build without CUDA, which is several gigabytes less:
# --build-arg PIP_EXTRA_INDEX_URL=... names an index that has it.
ARG PIP_INDEX_URL
ARG PIP_EXTRA_INDEX_URL
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/rolematch
WORKDIR /source
COPY constraints.txt ./
RUN /opt/rolematch/bin/pip install "$(grep '^torch==' constraints.txt)"
COPY pyproject.toml README.md LICENSE ./
COPY benchmarks benchmarks
COPY data data
COPY embeddings embeddings
COPY matcher matcher
COPY service service
RUN /opt/rolematch/bin/pip install --constraint constraints.txt '.[openvino,postgresql]'

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin rolematch \
    && install --directory --mode 700 --owner rolematch --group rolematch /data
COPY --from=build /opt/rolematch /opt/rolematch
ENV PATH=/opt/rolematch/bin:$PATH ROLEMATCH_HOST=0.0.0.0 ROLEMATCH_PORT=8000 ROLEMATCH_DATA=/data
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["rolematch", "serve"]
