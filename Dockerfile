# A worker, and every other command of jibiao: docs/province.md. All machines of a batch must run the same image.
FROM node:20.20.2-bookworm-slim AS built
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY src src
COPY templates templates
COPY data data
COPY fonts fonts
COPY tsconfig.json ./
RUN npm run build

FROM node:20.20.2-bookworm-slim
WORKDIR /jibiao
COPY --from=built /source/package.json ./
COPY --from=built /source/dist/app dist/app
COPY --from=built /source/templates templates
COPY --from=built /source/fonts fonts
# The shared folder, where it is a volume, and the folder in which commands run.
RUN mkdir -m 1777 /store /work
USER node
WORKDIR /work
ENTRYPOINT ["node", "/jibiao/dist/app/main.js"]
CMD ["worker"]
