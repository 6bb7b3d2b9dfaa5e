"""指标有据: China's digital-government indicators, each beside the sentences that quote it."""
