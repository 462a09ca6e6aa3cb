window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "../openapi.json",
    dom_id: "#docs",
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
  });
});
