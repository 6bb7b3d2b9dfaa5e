# The app in one image: `docker build -t zhibiao . && docker run -p 8501:7860 zhibiao`.
# It runs as nobody in particular and writes nothing but to /tmp, so it may be run --read-only
# --tmpfs /tmp. The port is the one that Hugging Face and ModelScope ask at.
FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 HOME=/tmp \
    STREAMLIT_SERVER_PORT=7860
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt && python -m compileall -q /usr/local/lib/python3.11/site-packages
COPY app.py LICENSE ./
COPY .streamlit .streamlit
COPY pages pages
COPY deploy deploy
COPY data data
COPY indicators indicators
RUN python -m compileall -q indicators
USER 10001:10001
EXPOSE 7860
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
    CMD python -c "import urllib.request as r; r.urlopen('http://127.0.0.1:7860/_stcore/health', timeout=4)"
CMD ["streamlit", "run", "app.py", "--server.address=0.0.0.0"]
