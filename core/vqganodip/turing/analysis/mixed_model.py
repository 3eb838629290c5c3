"""R script of the mixed model: a probit model whose slope is the population's d′ (Rabe et al. 2018).

The mixed models of Python's statsmodels have no probit link, so the report includes a script that reads its table.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MIXED_MODEL"]

MIXED_MODEL: Final = """\
# Signal detection as a mixed probit model: the slope of truth_c is the population's d', minus the intercept is its
# criterion. Run in the folder of the report:   Rscript mixed_model.R
# Needs the package lme4. Reads trials.csv, made from the sessions after unblinding.
library(lme4)

d <- read.csv("trials.csv", na.strings = "n/a", stringsAsFactors = FALSE)
d <- subset(d, phase == "test" & status == "ok" & !is.na(response))
d$say_fake <- as.integer(d$response == "fake")
d$truth_c <- ifelse(d$truth == "fake", 0.5, -0.5)
d$half <- ifelse(d$block == 2, 0.5, -0.5)
d$rater <- factor(d$participant_id)
d$image <- factor(d$board_id)

cat(nlevels(d$rater), "observers,", nlevels(d$image), "boards,", nrow(d), "answers\\n")
if (nlevels(d$rater) < 10)
  cat("NOTE: with fewer than 10 observers their variance is barely identified; read its estimate with care.\\n")

control <- glmerControl(optimizer = "bobyqa", optCtrl = list(maxfun = 2e5))
full <- glmer(say_fake ~ truth_c * half + (truth_c | rater) + (truth_c || image),
              data = d, family = binomial("probit"), control = control)
print(summary(full))
cat("\\nPopulation d' and its Wald 95 % interval:\\n")
print(c(estimate = unname(fixef(full)["truth_c"]),
        confint(full, parm = "truth_c", method = "Wald")))
if (isSingular(full)) cat("NOTE: the fit is singular: a variance was estimated as zero.\\n")

# The same without observers flagged as outliers, if there are any (never the primary result).
observers <- read.csv("observers.csv", na.strings = "n/a", stringsAsFactors = FALSE)
out <- observers$participant_id[observers$outlier == 1]
if (length(out) > 0) {
  cat("\\nWithout", paste(out, collapse = ", "), "\\n")
  print(summary(update(full, data = subset(d, !(participant_id %in% out)))))
}
"""
