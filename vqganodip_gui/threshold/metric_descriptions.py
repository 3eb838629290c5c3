"""What a metric says, for people who never heard its name: what is compared, on which map, and how it is summed up."""

from __future__ import annotations

from typing import Final

from vqganodip_gui.i18n.translation import tr

METRIC_WORDS: Final = {
    "mse": "How far the pixels of the reconstruction are from those of the board, on average.",
    "perceptual": "How different board and reconstruction look to a network that knows textures and shapes.",
    "quantization": "How badly the board fits the patterns that the network learned from good boards.",
    "gan_original": "How unusual the board itself looks to the network's own critic.",
    "gan_reconstruction": "How unusual the reconstruction looks to the network's own critic.",
    "orb": "How many corners and marks of the board are missing in its reconstruction.",
    "absdiff": "The difference between board and reconstruction, over all pixels.",
    "top": "The pixels that differ most.",
    "top10": "The ten pixels that differ most; catches very small defects.",
    "blurred_top": "The places that differ most after a blur, so that single pixels do not count.",
    "blurred_top10": "The ten places that differ most after a blur.",
    "deviation": "How far the network's inner picture of the board is from that of good boards.",
    "evidence": "How sure the segmentation network is that there is an anomaly.",
    "fid": "How different the suspicious patches look to a network, compared with their reconstruction.",
    "scaled_fid": "The same, where normal variation inside the patch counts less.",
    "frechet": "How far the outline of brightness in a patch is from that of its reconstruction.",
    "ssim": "How alike the suspicious patches and their reconstruction are in structure; low is suspicious.",
    "braycurtis": "How much light differs in the suspicious patches, as a share of all light there.",
    "canberra": "How much each pixel differs in the suspicious patches, as a share of its own light.",
    "chebyshev": "The largest difference of any pixel in the suspicious patches.",
    "cityblock": "All differences in the suspicious patches added up.",
    "correlation": "How little the pattern of a suspicious patch follows that of its reconstruction.",
    "cosine": "How much the colours of a suspicious patch point another way than its reconstruction.",
    "euclidean": "The differences in the suspicious patches; large ones count more.",
    "hamming": "How many pixels of the suspicious patches differ at all.",
    "jensenshannon": "How differently light is spread over a suspicious patch and its reconstruction.",
    "minkowski": "The differences in the suspicious patches; the largest count most.",
    "wasserstein": "How much light would have to be moved to make a patch like its reconstruction.",
}
"""One sentence for each metric of the engine's table."""

FAMILY_WORDS: Final = {
    "raw": "On the plain difference.",
    "weighted": "On the difference where the board does not vary by nature.",
    "standardised": "In units of the normal variation of the place.",
    "excess": "Above what good boards usually show there.",
    "local": "Compared with the surroundings.",
    "golden": "Compared with the average of good boards.",
    "latent": "Inside the network.",
    "foreign": "By the segmentation network.",
}
"""Where it is measured."""

AGGREGATE_WORDS: Final = {
    "sum": "All of them together.",
    "max": "The highest value alone.",
    "min": "The lowest value alone.",
    "mean": "On average.",
    "q1": "The value that a quarter stays below.",
    "median": "The middle value.",
    "q3": "The value that a quarter goes beyond.",
    "top5": "The five highest places.",
    "top20": "The twenty highest places.",
    "top100": "The hundred highest places.",
    "mass": "How many such places there are.",
}
"""How many values become one."""


def words_of(column: str) -> str:
    """The sentences of a column of the metric table, in the user's language."""
    family, _level, name, *aggregate = column.split(".")
    parts = [METRIC_WORDS.get(name, name), FAMILY_WORDS.get(family, "")]
    parts += [AGGREGATE_WORDS.get(one, "") for one in aggregate]
    return " ".join(tr(part) for part in parts if part)
