// A page that was asked for before it could be made: it is asked for again until it is there.
setTimeout(() => location.reload(), 3000);
