"""The pages' common ground in Streamlit: state, frame, and the parts that pages are made of."""
