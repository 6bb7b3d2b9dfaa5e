"""指标有据: China's digital-government indicators, each figure beside the sentence that quotes it."""
