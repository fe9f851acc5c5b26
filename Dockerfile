# Tandem for docker-compose.yml: a database of its own stands beside it. Two stages, so that what builds is not in what
# runs; what runs is no root, writes to /data alone, and says by itself whether it is ready.
FROM node:20-bookworm-slim AS build
WORKDIR /tandem
COPY . .
RUN npm run build
# What only builds and tests goes out again.
RUN npm run production-packages

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data DEMO=0
WORKDIR /tandem
COPY --from=build /tandem/package.json /tandem/pnpm-workspace.yaml ./
COPY --from=build /tandem/scripts ./scripts
COPY --from=build /tandem/node_modules ./node_modules
COPY --from=build /tandem/apps/api/package.json ./apps/api/package.json
COPY --from=build /tandem/apps/api/node_modules ./apps/api/node_modules
COPY --from=build /tandem/apps/api/dist ./apps/api/dist
COPY --from=build /tandem/apps/web/dist ./apps/web/dist
RUN mkdir -p /data/backups && chown -R node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s CMD ["node", "scripts/run.mjs", "ready"]
CMD ["node", "scripts/run.mjs", "start"]
