# docker build -t columna . && docker run --rm -p 8080:8080 columna
FROM node:24-alpine AS build
WORKDIR /columna
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build -- --outDir /out/page --emptyOutDir && npm run build:server -- --outfile=/out/server.js

FROM node:24-alpine
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
COPY --from=build /out /columna
USER node
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s CMD wget -q -O /dev/null http://127.0.0.1:8080/health
CMD ["node", "/columna/server.js", "/columna/page"]
