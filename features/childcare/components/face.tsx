/** The picture of a listed person, as it was sealed; a data address, so that no address of it exists. */
export function Face({ photo, name }: { photo: string; name: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: the bytes are here already, there is nothing to optimise
    <img
      src={`data:image/jpeg;base64,${photo}`}
      alt={`${name}的照片`}
      className="size-20 flex-none rounded-card border border-line object-cover"
    />
  );
}
